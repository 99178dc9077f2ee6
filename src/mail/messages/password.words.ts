import type { SeekerMessage } from './message.ts';
import { plain } from './phrase.ts';
import { PASSWORD_CHANGED_IN_ARABIC, PASSWORD_RESET_IN_ARABIC } from './credential.words.ar.ts';

export const PASSWORD_RESET: SeekerMessage = {
  en: {
    subject: 'Choose a new password',
    preheader: 'The link works once, for 30 minutes.',
    lead: plain('Somebody asked for a new password for your account. If it was you, choose one now.'),
    action: 'Choose a new password',
    note: plain('The link works once, for 30 minutes. Opening it changes nothing.'),
    why: 'You get this because this address was typed in on the sign-in page.',
    nothing: 'If it was not you, you can forget this email: your password stays as it is.',
  },
  es: {
    subject: 'Elija una contraseña nueva',
    preheader: 'El enlace sirve una vez, durante 30 minutos.',
    lead: plain('Alguien pidió una contraseña nueva para su cuenta. Si fue usted, elíjala ahora.'),
    action: 'Elegir una contraseña nueva',
    note: plain('El enlace sirve una vez, durante 30 minutos. Abrirlo no cambia nada.'),
    why: 'Recibe este correo porque alguien escribió esta dirección en la página para iniciar sesión.',
    nothing: 'Si no fue usted, olvide este correo: su contraseña queda como está.',
  },
  ar: PASSWORD_RESET_IN_ARABIC,
};

export const PASSWORD_CHANGED: SeekerMessage = {
  en: {
    subject: 'Your password was changed',
    preheader: 'If it was you, there is nothing to do.',
    lead: plain('The password of your account was changed, and everybody who was signed in with the old one is signed out.'),
    action: 'It was not me: choose a new password',
    note: null,
    why: 'You get this because it is your account.',
    nothing: 'If it was you, there is nothing to do.',
  },
  es: {
    subject: 'Su contraseña cambió',
    preheader: 'Si fue usted, no tiene que hacer nada.',
    lead: plain('La contraseña de su cuenta cambió, y se cerró la sesión de quien usaba la anterior.'),
    action: 'No fui yo: elegir una contraseña nueva',
    note: null,
    why: 'Recibe este correo porque la cuenta es suya.',
    nothing: 'Si fue usted, no tiene que hacer nada.',
  },
  ar: PASSWORD_CHANGED_IN_ARABIC,
};
