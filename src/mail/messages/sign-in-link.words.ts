import type { SeekerMessage, StaffMessage } from './message.ts';
import { plain } from './phrase.ts';
import { SIGN_IN_LINK_IN_ARABIC } from './credential.words.ar.ts';

const WHY = {
  en: 'You get this because this address was typed in to sign in.',
  es: 'Recibe este correo porque alguien escribió esta dirección para iniciar sesión.',
};
const NOT_ME = { en: 'If it was not you, you can forget this email.', es: 'Si no fue usted, olvide este correo.' };

export const SIGN_IN_LINK: SeekerMessage = {
  en: {
    subject: 'Your link to sign in',
    preheader: 'It works once, for 15 minutes.',
    lead: plain('With this link you sign in without a password.'),
    action: 'Sign in',
    note: plain('It works once, for 15 minutes. Do not pass it on: whoever has it can sign in as you.'),
    why: WHY.en,
    nothing: NOT_ME.en,
  },
  es: {
    subject: 'Su enlace para iniciar sesión',
    preheader: 'Sirve una vez, durante 15 minutos.',
    lead: plain('Con este enlace inicia sesión sin contraseña.'),
    action: 'Iniciar sesión',
    note: plain('Sirve una vez, durante 15 minutos. No lo comparta: quien lo tenga puede entrar en su cuenta.'),
    why: WHY.es,
    nothing: NOT_ME.es,
  },
  ar: SIGN_IN_LINK_IN_ARABIC,
};

/** To somebody who sees other people's referrals: they sign in with their password. */
export const SIGN_IN_BY_PASSWORD: StaffMessage = {
  en: {
    subject: 'Sign in with your password',
    preheader: 'Your account needs it.',
    lead: plain('Somebody asked for a link to sign in as you. Your account sees referrals of other people, so it needs your password.'),
    action: 'Sign in',
    note: plain('If you do not know your password, choose a new one from the sign-in page.'),
    why: WHY.en,
    nothing: NOT_ME.en,
  },
  es: {
    subject: 'Inicie sesión con su contraseña',
    preheader: 'Su cuenta la necesita.',
    lead: plain(
      'Alguien pidió un enlace para entrar en su cuenta. Su cuenta ve remisiones de otras personas y por eso pide su contraseña.',
    ),
    action: 'Iniciar sesión',
    note: plain('Si no sabe su contraseña, elija una nueva en la página para iniciar sesión.'),
    why: WHY.es,
    nothing: NOT_ME.es,
  },
};
