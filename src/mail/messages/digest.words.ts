import type { StaffMessage } from './message.ts';
import { phrase } from './phrase.ts';

/** The news of a day, on so many referrals (R28). */
export function dailyDigest(count: number): StaffMessage {
  return {
    en: {
      subject: 'News on your referrals',
      preheader: 'Sign in to read it.',
      lead: phrase('Since your last daily email there is news on _.', count === 1 ? '1 referral' : `${String(count)} referrals`),
      action: 'Open Throughline',
      note: null,
      why: 'You get this because you chose one email a day.',
      nothing: 'If you do nothing, your referrals stay as they are.',
    },
    es: {
      subject: 'Novedades de sus remisiones',
      preheader: 'Inicie sesión para leerlas.',
      lead: phrase('Desde su último correo diario hay novedades de _.', count === 1 ? '1 remisión' : `${String(count)} remisiones`),
      action: 'Abrir Throughline',
      note: null,
      why: 'Recibe este correo porque usted eligió un solo correo al día.',
      nothing: 'Si usted no hace nada, sus remisiones quedan como están.',
    },
  };
}
