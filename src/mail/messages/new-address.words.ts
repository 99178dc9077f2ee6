import type { SeekerMessage } from './message.ts';
import { plain } from './phrase.ts';
import { CONFIRM_NEW_EMAIL_IN_ARABIC, EMAIL_CHANGED_IN_ARABIC } from './new-address.words.ar.ts';

export const CONFIRM_NEW_EMAIL: SeekerMessage = {
  en: {
    subject: 'Confirm your new email address',
    preheader: 'Your account keeps its old address until then.',
    lead: plain('Somebody asked to use this address for their account. If it was you, open the link and confirm it.'),
    action: 'Confirm the new address',
    note: plain('The link works once, for 24 hours, and where you are signed in to the account.'),
    why: 'You get this because this address was typed in on the page of an account.',
    nothing: 'If it was not you, you can forget this email: nothing happens.',
  },
  es: {
    subject: 'Confirme su correo electrónico nuevo',
    preheader: 'Hasta entonces su cuenta conserva la dirección anterior.',
    lead: plain('Alguien pidió usar esta dirección para su cuenta. Si fue usted, abra el enlace y confírmela.'),
    action: 'Confirmar la dirección nueva',
    note: plain('El enlace sirve una vez, durante 24 horas, y donde usted tenga abierta la sesión de la cuenta.'),
    why: 'Recibe este correo porque alguien escribió esta dirección en la página de una cuenta.',
    nothing: 'Si no fue usted, olvide este correo: no pasa nada.',
  },
  ar: CONFIRM_NEW_EMAIL_IN_ARABIC,
};

export const EMAIL_CHANGED: SeekerMessage = {
  en: {
    subject: 'Your email address was changed',
    preheader: 'If it was you, there is nothing to do.',
    lead: plain('Your account has another email address now. Mail about it no longer comes here.'),
    action: 'Sign in',
    note: null,
    why: 'You get this because this was the address of your account.',
    nothing: 'If it was you, there is nothing to do. If not, tell the people who look after this site at once.',
  },
  es: {
    subject: 'El correo electrónico de su cuenta cambió',
    preheader: 'Si fue usted, no tiene que hacer nada.',
    lead: plain('Su cuenta tiene ahora otro correo electrónico. Los correos de la cuenta ya no llegan aquí.'),
    action: 'Iniciar sesión',
    note: null,
    why: 'Recibe este correo porque esta era la dirección de su cuenta.',
    nothing: 'Si fue usted, no tiene que hacer nada. Si no, avise enseguida a quien administra este sitio.',
  },
  ar: EMAIL_CHANGED_IN_ARABIC,
};
