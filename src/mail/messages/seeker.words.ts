import type { MessageWords, SeekerMessage } from './message.ts';
import type { StaffLanguage } from './mail-model.ts';
import { phrase, plain } from './phrase.ts';
import { changedInArabic, freshInArabic, loggedInArabic, madeInArabic } from './seeker.words.ar.ts';

/** What all mail to the Seeker says, in English and Spanish. */
const BASE: Record<StaffLanguage, Omit<MessageWords, 'subject' | 'lead'>> = {
  en: {
    preheader: 'Opening it changes nothing.',
    action: 'See your referral',
    note: plain('You can say there what happened. Nothing changes until you press the button. No sign-in is needed.'),
    why: 'You get this because you want to be reached by email.',
    nothing: 'If you do nothing, your referral stays as it is.',
  },
  es: {
    preheader: 'Abrirla no cambia nada.',
    action: 'Ver su remisión',
    note: plain('Allí puede decir qué pasó. Nada cambia hasta que usted oprima el botón. No hace falta iniciar sesión.'),
    why: 'Recibe este correo porque usted prefiere que le escriban por correo.',
    nothing: 'Si usted no hace nada, su remisión queda como está.',
  },
};

/** A referral was made for them (R28). */
export function madeForSeeker(program: string): SeekerMessage {
  return {
    en: {
      ...BASE.en,
      subject: 'Your referral was sent',
      lead: phrase('Your referral to _ was sent.', program),
      nothing: 'You do not have to do anything now. They will get in touch.',
    },
    es: {
      ...BASE.es,
      subject: 'Su remisión fue enviada',
      lead: phrase('Su remisión a _ fue enviada.', program),
      nothing: 'No tiene que hacer nada ahora. Ellos se comunicarán con usted.',
    },
    ar: madeInArabic(program),
  };
}

/** A referral was made for them that reaches nobody at the Program: it is kept, and somebody has to call (R28). */
export function loggedForSeeker(program: string, programPhone: string | null): SeekerMessage {
  return {
    en: {
      ...BASE.en,
      subject: 'We keep your referral',
      lead: phrase('We keep your referral to _. Nobody there gets email from us yet.', program),
      note: plain(
        programPhone ? `They may not hear of it, so call them: ${programPhone}.` : 'They may not hear of it, so call or visit them.',
      ),
    },
    es: {
      ...BASE.es,
      subject: 'Guardamos su remisión',
      lead: phrase('Guardamos su remisión a _. Nadie allí recibe todavía nuestros correos.', program),
      note: plain(
        programPhone ? `Quizá no se enteren, así que llámeles: ${programPhone}.` : 'Quizá no se enteren, así que llame o vaya allí.',
      ),
    },
    ar: loggedInArabic(program, programPhone),
  };
}

/** Its status changed (R28). */
export function changedForSeeker(program: string): SeekerMessage {
  return {
    en: { ...BASE.en, subject: 'Your referral was updated', lead: phrase('There is news on your referral to _.', program) },
    es: { ...BASE.es, subject: 'Hay novedades de su remisión', lead: phrase('Hay novedades de su remisión a _.', program) },
    ar: changedInArabic(program),
  };
}

/** A fresh Status link, asked for (R30). */
export function freshForSeeker(program: string): SeekerMessage {
  return {
    en: {
      ...BASE.en,
      subject: 'Your new link',
      lead: phrase('Here is a new link to your referral to _.', program),
      why: 'You get this because somebody with your old link asked for a new one.',
    },
    es: {
      ...BASE.es,
      subject: 'Su enlace nuevo',
      lead: phrase('Este es un enlace nuevo a su remisión a _.', program),
      why: 'Recibe este correo porque alguien con su enlace anterior pidió uno nuevo.',
    },
    ar: freshInArabic(program),
  };
}
