import type { Message } from './message.ts';
import { phrase } from './phrase.ts';

/** The status of a referral they made changed (R28). */
export function changedForMaker(program: string): Message {
  return {
    en: {
      subject: 'A referral was updated',
      preheader: 'Sign in to read it.',
      lead: phrase('There is news on a referral you made to _.', program),
      action: 'Open the referral',
      note: null,
      why: 'You get this because you made this referral.',
      nothing: 'If you do nothing, the referral stays as it is.',
    },
    es: {
      subject: 'Hay novedades de una remisión',
      preheader: 'Inicie sesión para leerlas.',
      lead: phrase('Hay novedades de una remisión que usted hizo a _.', program),
      action: 'Abrir la remisión',
      note: null,
      why: 'Recibe este correo porque usted hizo esta remisión.',
      nothing: 'Si usted no hace nada, la remisión queda como está.',
    },
  };
}
