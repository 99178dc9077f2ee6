import type { StaffMessage } from './message.ts';
import { plain } from './phrase.ts';

/** "Alma T. invites you to join Family Navigation, Riverside Clinic": who and where, and no other fact (R27). */
export function invitation(by: string, place: string): StaffMessage {
  return {
    en: {
      subject: 'You are invited',
      preheader: 'Opening it changes nothing.',
      lead: { before: `${by} invites you to join `, strong: place, after: '.' },
      action: 'See the invitation',
      note: plain('You join only when you say so on the page that opens.'),
      why: 'You get this because your address was typed in to invite you.',
      nothing: 'If you do nothing, you join nothing.',
    },
    es: {
      subject: 'Tiene una invitación',
      preheader: 'Abrirla no cambia nada.',
      lead: { before: `${by} le invita a unirse a `, strong: place, after: '.' },
      action: 'Ver la invitación',
      note: plain('Usted se une solo cuando lo confirma en la página que se abre.'),
      why: 'Recibe este correo porque alguien escribió su dirección para invitarle.',
      nothing: 'Si usted no hace nada, no se une a nada.',
    },
  };
}
