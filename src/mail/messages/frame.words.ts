import { FRAME_IN_ARABIC } from './frame.words.ar.ts';
import type { MailLanguage, StaffLanguage } from './mail-model.ts';

/** The words around every message. */
export interface FrameWords {
  steps: readonly [string, string, string, string];
  notYet: string;
  orCopy: string;
  until(date: string): string;
  afterSignIn: string;
  allAfterSignIn: string;
  more(count: number): string;
  namesNobody: string;
  questions(phone: string): string;
  /** How somebody with an account gets other mail, or none: before the link to their settings. */
  settings: string;
  settingsAction: string;
  /** How a Seeker, who need not have an account, gets none. */
  otherWay: string;
}

export const FRAME_WORDS: Record<MailLanguage, FrameWords> = {
  en: {
    steps: ['1. Sent', '2. Seen', '3. Acted on', '4. Outcome'],
    notYet: 'not yet',
    orCopy: 'Or copy this address:',
    until: (date) => `The link is for you only and works until ${date}.`,
    afterSignIn: 'The link opens after you sign in.',
    allAfterSignIn: 'The links open after you sign in.',
    more: (count) => `And ${String(count)} more.`,
    namesNobody: 'This email names nobody on purpose.',
    questions: (phone) => `Questions? Call ${phone}.`,
    settings: 'You choose which emails you get:',
    settingsAction: 'Email settings',
    otherWay: 'To stop these emails, tell the people who help you that you want to be reached another way.',
  },
  es: {
    steps: ['1. Enviada', '2. Vista', '3. En trámite', '4. Resultado'],
    notYet: 'todavía no',
    orCopy: 'O copie esta dirección:',
    until: (date) => `El enlace es solo para usted y sirve hasta el ${date}.`,
    afterSignIn: 'El enlace se abre después de iniciar sesión.',
    allAfterSignIn: 'Los enlaces se abren después de iniciar sesión.',
    more: (count) => `Y ${String(count)} más.`,
    namesNobody: 'Este correo no nombra a nadie, a propósito.',
    questions: (phone) => `¿Preguntas? Llame al ${phone}.`,
    settings: 'Usted elige qué correos recibe:',
    settingsAction: 'Ajustes de correo',
    otherWay: 'Para no recibir más correos, diga a quienes le ayudan que prefiere otra forma de contacto.',
  },
  ar: FRAME_IN_ARABIC,
};

/** Opens the one line that readers of this language find in mail of another. */
export const PREFER: Record<StaffLanguage, string> = { en: 'Prefer English?', es: '¿Prefiere español?' };
