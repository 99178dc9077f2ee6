import type { MessageWords, StaffMessage } from './message.ts';
import type { StaffLanguage } from './mail-model.ts';
import { phrase, plain } from './phrase.ts';

/** What all mail to the Program's side says, in both languages. */
function base(program: string): Record<StaffLanguage, Omit<MessageWords, 'subject' | 'lead'>> {
  return {
    en: {
      preheader: 'Opening it changes nothing.',
      action: 'Open the referral',
      note: phrase('Opening it changes nothing. You choose a status and press _. No sign-in is needed.', 'Save status'),
      why: `You get this because you answer referrals for ${program}.`,
      nothing: 'If you do nothing, the referral stays as it is.',
    },
    es: {
      preheader: 'Abrirla no cambia nada.',
      action: 'Abrir la remisión',
      note: plain('Abrirla no cambia nada hasta que usted elija una respuesta y la guarde. No hace falta iniciar sesión.'),
      why: `Recibe este correo porque usted responde las remisiones de ${program}.`,
      nothing: 'Si usted no hace nada, la remisión queda como está.',
    },
  };
}

/** A new referral (R28). */
export function receivedByProgram(program: string): StaffMessage {
  const { en, es } = base(program);
  return {
    en: {
      ...en,
      subject: 'A referral needs your answer',
      lead: phrase('There is a new referral for _.', program),
      nothing: 'If you do nothing, the person keeps waiting and the referral stays “Not updated”.',
    },
    es: {
      ...es,
      subject: 'Una remisión espera su respuesta',
      lead: phrase('Hay una remisión nueva para _.', program),
      nothing: 'Si usted no hace nada, la persona sigue esperando y la remisión queda sin respuesta.',
    },
  };
}

/** Its status changed (R28). */
export function changedForProgram(program: string): StaffMessage {
  const { en, es } = base(program);
  return {
    en: { ...en, subject: 'A referral was updated', lead: phrase('There is news on a referral for _.', program) },
    es: { ...es, subject: 'Hay novedades de una remisión', lead: phrase('Hay novedades de una remisión para _.', program) },
  };
}

/** Still nobody has updated it. */
export function reminderForProgram(program: string): StaffMessage {
  const { en, es } = base(program);
  return {
    en: {
      ...en,
      subject: 'A referral still waits for your answer',
      lead: phrase('A referral for _ still waits for an answer.', program),
      nothing: 'If you do nothing, the person keeps waiting.',
    },
    es: {
      ...es,
      subject: 'Una remisión sigue esperando su respuesta',
      lead: phrase('Una remisión para _ sigue esperando una respuesta.', program),
      nothing: 'Si usted no hace nada, la persona sigue esperando.',
    },
  };
}

/** A fresh Status link, asked for (R30). */
export function freshForProgram(program: string): StaffMessage {
  const { en, es } = base(program);
  return {
    en: {
      ...en,
      subject: 'Your new link to a referral',
      lead: phrase('Here is a new link to a referral for _.', program),
      why: 'You get this because somebody with your old link asked for a new one.',
    },
    es: {
      ...es,
      subject: 'Su enlace nuevo a una remisión',
      lead: phrase('Este es un enlace nuevo a una remisión para _.', program),
      why: 'Recibe este correo porque alguien con su enlace anterior pidió uno nuevo.',
    },
  };
}
