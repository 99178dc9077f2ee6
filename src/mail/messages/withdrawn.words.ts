import type { MessageWords, SeekerMessage, StaffMessage } from './message.ts';
import type { StaffLanguage } from './mail-model.ts';
import { phrase, plain } from './phrase.ts';
import { withdrawnInArabic } from './seeker.words.ar.ts';

/** What the Program's side reads when a referral was withdrawn; where it leads depends on who reads. */
function base(program: string): Record<StaffLanguage, Omit<MessageWords, 'action'>> {
  return {
    en: {
      subject: 'A referral was withdrawn',
      preheader: 'You do not have to do anything.',
      lead: phrase('A referral for _ was withdrawn by the person who made it.', program),
      note: plain('Nobody waits for an answer any more. The links in earlier emails about it no longer open.'),
      why: `You get this because you answer referrals for ${program}.`,
      nothing: 'You do not have to do anything.',
    },
    es: {
      subject: 'Una remisión fue retirada',
      preheader: 'No tiene que hacer nada.',
      lead: phrase('Una remisión para _ fue retirada por la persona que la hizo.', program),
      note: plain('Ya nadie espera una respuesta. Los enlaces de los correos anteriores sobre ella ya no abren.'),
      why: `Recibe este correo porque usted responde las remisiones de ${program}.`,
      nothing: 'No tiene que hacer nada.',
    },
  };
}

/** For a Claimer, who can read it after signing in. */
export function withdrawnForClaimer(program: string): StaffMessage {
  const { en, es } = base(program);
  return { en: { ...en, action: 'Open the referral' }, es: { ...es, action: 'Abrir la remisión' } };
}

/** For the Program's own address: nobody behind it has an account, and its link is dead. */
export function withdrawnForMailbox(program: string): StaffMessage {
  const { en, es } = base(program);
  return { en: { ...en, action: 'See how your program is listed' }, es: { ...es, action: 'Ver cómo aparece su programa' } };
}

export function withdrawnForSeeker(program: string): SeekerMessage {
  return {
    en: {
      subject: 'Your referral was withdrawn',
      preheader: 'You can still ask for help.',
      lead: phrase('Your referral to _ was withdrawn by the person who made it.', program),
      action: 'Find other programs',
      note: plain(
        'The links in earlier emails about it no longer open. If you still need help, ask that person, or find a program yourself.',
      ),
      why: 'You get this because you want to be reached by email.',
      nothing: 'If you do nothing, nothing more happens with this referral.',
    },
    es: {
      subject: 'Su remisión fue retirada',
      preheader: 'Todavía puede pedir ayuda.',
      lead: phrase('Su remisión a _ fue retirada por la persona que la hizo.', program),
      action: 'Buscar otros programas',
      note: plain(
        'Los enlaces de los correos anteriores sobre ella ya no abren. Si todavía necesita ayuda, pregunte a esa persona o busque un programa.',
      ),
      why: 'Recibe este correo porque usted prefiere que le escriban por correo.',
      nothing: 'Si usted no hace nada, no pasará nada más con esta remisión.',
    },
    ar: withdrawnInArabic(program),
  };
}
