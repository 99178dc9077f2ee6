import type { StaffMessage } from './message.ts';
import { phrase } from './phrase.ts';

/** To those who decide it: somebody asks to answer a Program's referrals (R27). Who it is, they read after signing in. */
export function claimRequested(program: string): StaffMessage {
  return {
    en: {
      subject: 'Somebody asks to join a Program',
      preheader: 'Check it with the Program, then decide.',
      lead: phrase('Somebody says that they work at _ and asks to answer its referrals.', program),
      action: 'See the request',
      note: phrase('They will read every referral it gets, so _ before you let them in.', 'call the Program'),
      why: 'You get this because you decide who answers for Programs here.',
      nothing: 'If you do nothing, they keep waiting.',
    },
    es: {
      subject: 'Alguien pide unirse a un programa',
      preheader: 'Compruébelo con el programa y después decida.',
      lead: phrase('Alguien dice que trabaja en _ y pide responder sus remisiones.', program),
      action: 'Ver la solicitud',
      note: phrase('Podrá leer todas sus remisiones, así que _ antes de aprobarla.', 'llame al programa'),
      why: 'Recibe este correo porque usted decide quién responde por los programas.',
      nothing: 'Si usted no hace nada, la persona sigue esperando.',
    },
  };
}

export function claimApproved(program: string): StaffMessage {
  return {
    en: {
      subject: 'You can answer referrals now',
      preheader: 'Your request was approved.',
      lead: phrase('Your request was approved: you can answer the referrals of _ now.', program),
      action: 'Open the Inbound Referrals',
      note: phrase('What was sent to it _ is there, too.', 'before'),
      why: 'You get this because you asked to answer its referrals.',
      nothing: 'If you do nothing, people who need help keep waiting.',
    },
    es: {
      subject: 'Ya puede responder remisiones',
      preheader: 'Su solicitud fue aprobada.',
      lead: phrase('Su solicitud fue aprobada: ya puede responder las remisiones de _.', program),
      action: 'Abrir las remisiones recibidas',
      note: phrase('Lo que se envió _ también está ahí.', 'antes'),
      why: 'Recibe este correo porque usted pidió responder sus remisiones.',
      nothing: 'Si usted no hace nada, quienes necesitan ayuda siguen esperando.',
    },
  };
}

/** The reason is written by a person about a person: it is read after signing in. */
export function claimRefused(program: string): StaffMessage {
  return {
    en: {
      subject: 'Your request was not approved',
      preheader: 'You can read why, and ask again.',
      lead: phrase('Your request to answer the referrals of _ was not approved.', program),
      action: 'Read why',
      note: null,
      why: 'You get this because you asked to answer its referrals.',
      nothing: 'If you do nothing, nothing changes. You can ask again.',
    },
    es: {
      subject: 'Su solicitud no fue aprobada',
      preheader: 'Puede leer por qué y pedirlo otra vez.',
      lead: phrase('Su solicitud de responder las remisiones de _ no fue aprobada.', program),
      action: 'Leer por qué',
      note: null,
      why: 'Recibe este correo porque usted pidió responder sus remisiones.',
      nothing: 'Si usted no hace nada, nada cambia. Puede pedirlo otra vez.',
    },
  };
}
