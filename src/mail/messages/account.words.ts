import type { SeekerMessage } from './message.ts';
import { plain } from './phrase.ts';
import { ACCOUNT_EXISTS_IN_ARABIC, CONFIRM_EMAIL_IN_ARABIC } from './account.words.ar.ts';

const NOT_ME = { en: 'If it was not you, you can forget this email.', es: 'Si no fue usted, olvide este correo.' };
const SIGNED_UP = {
  en: 'You get this because this address was typed in when somebody signed up.',
  es: 'Recibe este correo porque alguien escribió esta dirección al crear una cuenta.',
};

export const CONFIRM_EMAIL: SeekerMessage = {
  en: {
    subject: 'Confirm your email address',
    preheader: 'One step is left.',
    lead: plain('An account was made with this address. Confirm that the address is yours, and then sign in.'),
    action: 'Confirm your email address',
    note: null,
    why: SIGNED_UP.en,
    nothing: NOT_ME.en,
  },
  es: {
    subject: 'Confirme su correo electrónico',
    preheader: 'Falta un paso.',
    lead: plain('Se creó una cuenta con esta dirección. Confirme que la dirección es suya y después inicie sesión.'),
    action: 'Confirmar su correo electrónico',
    note: null,
    why: SIGNED_UP.es,
    nothing: NOT_ME.es,
  },
  ar: CONFIRM_EMAIL_IN_ARABIC,
};

export const ACCOUNT_EXISTS: SeekerMessage = {
  en: {
    subject: 'You already have an account',
    preheader: 'You can sign in.',
    lead: plain('Somebody signed up with this address. You already have an account, and nothing about it has changed.'),
    action: 'Sign in',
    note: null,
    why: SIGNED_UP.en,
    nothing: NOT_ME.en,
  },
  es: {
    subject: 'Usted ya tiene una cuenta',
    preheader: 'Puede iniciar sesión.',
    lead: plain('Alguien quiso crear una cuenta con esta dirección. Usted ya tiene una, y nada de ella ha cambiado.'),
    action: 'Iniciar sesión',
    note: null,
    why: SIGNED_UP.es,
    nothing: NOT_ME.es,
  },
  ar: ACCOUNT_EXISTS_IN_ARABIC,
};
