import type { StaffMessage } from './message.ts';
import { phrase, plain } from './phrase.ts';

/** The status of a referral they made changed (R28). */
export function changedForMaker(program: string): StaffMessage {
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

/** The Program was reminded, and still nobody has updated it: what to do now. */
export function noAnswerForMaker(program: string, phone: string | null): StaffMessage {
  return {
    en: {
      subject: 'No answer to a referral yet',
      preheader: 'Sign in to see it.',
      lead: phrase('_ has not answered a referral you made.', program),
      action: 'Open the referral',
      note: phone
        ? phrase('Call them at _, or refer the person to another Program.', phone)
        : plain('Ask them yourself, or refer the person to another Program.'),
      why: 'You get this once, because you made this referral.',
      nothing: 'If you do nothing, the person keeps waiting.',
    },
    es: {
      subject: 'Una remisión sigue sin respuesta',
      preheader: 'Inicie sesión para verla.',
      lead: phrase('_ no ha respondido a una remisión que usted hizo.', program),
      action: 'Abrir la remisión',
      note: phone
        ? phrase('Llame al _, o remita a la persona a otro programa.', phone)
        : plain('Pregúnteles usted, o remita a la persona a otro programa.'),
      why: 'Recibe este correo una sola vez, porque usted hizo esta remisión.',
      nothing: 'Si usted no hace nada, la persona sigue esperando.',
    },
  };
}
