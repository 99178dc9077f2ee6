import { phrase, plain } from './phrase.ts';
import type { MailWords, MessageWords } from './words.ts';

const CHOOSE = plain('Abrirla no cambia nada hasta que usted elija una respuesta y la guarde. No hace falta iniciar sesión.');
const TELL = plain('Allí puede decir qué pasó. Nada cambia hasta que usted oprima el botón. No hace falta iniciar sesión.');
const NOT_ME = 'Si no fue usted, olvide este correo.';

export const spanish: MailWords = {
  messages: (program) => ({ ...toProgram(program), ...toMaker(program), ...toSeeker(program), ...toAccount }),
  steps: ['1. Enviada', '2. Vista', '3. En trámite', '4. Resultado'],
  notYet: 'todavía no',
  orCopy: 'O copie esta dirección:',
  prefer: '¿Prefiere español?',
  until: (date) => `El enlace es solo para usted y sirve hasta el ${date}.`,
  afterSignIn: 'El enlace se abre después de iniciar sesión.',
  namesNobody: 'Este correo no nombra a nadie, a propósito.',
};

function toProgram(program: string): Record<'received' | 'changed_program' | 'fresh_program', MessageWords> {
  const why = `Recibe este correo porque usted responde las remisiones de ${program}.`;
  const base = { preheader: 'Abrirla no cambia nada.', action: 'Abrir la remisión', note: CHOOSE, why };
  return {
    received: {
      ...base,
      subject: 'Una remisión espera su respuesta',
      lead: phrase('Hay una remisión nueva para _.', program),
      nothing: 'Si usted no hace nada, la persona sigue esperando y la remisión queda sin respuesta.',
    },
    changed_program: {
      ...base,
      subject: 'Hay novedades de una remisión',
      lead: phrase('Hay novedades de una remisión para _.', program),
      nothing: 'Si usted no hace nada, la remisión queda como está.',
    },
    fresh_program: {
      ...base,
      subject: 'Su enlace nuevo a una remisión',
      lead: phrase('Este es un enlace nuevo a una remisión para _.', program),
      why: 'Recibe este correo porque alguien con su enlace anterior pidió uno nuevo.',
      nothing: 'Si usted no hace nada, la remisión queda como está.',
    },
  };
}

function toMaker(program: string): Record<'changed_maker', MessageWords> {
  return {
    changed_maker: {
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

function toSeeker(program: string): Record<'made' | 'changed_seeker' | 'fresh_seeker', MessageWords> {
  const why = 'Recibe este correo porque usted prefiere que le escriban por correo.';
  const base = { preheader: 'Abrirla no cambia nada.', action: 'Ver su remisión', note: TELL, why };
  return {
    made: {
      ...base,
      subject: 'Su remisión fue enviada',
      lead: phrase('Su remisión a _ fue enviada.', program),
      nothing: 'No tiene que hacer nada ahora. Ellos se comunicarán con usted.',
    },
    changed_seeker: {
      ...base,
      subject: 'Hay novedades de su remisión',
      lead: phrase('Hay novedades de su remisión a _.', program),
      nothing: 'Si usted no hace nada, su remisión queda como está.',
    },
    fresh_seeker: {
      ...base,
      subject: 'Su enlace nuevo',
      lead: phrase('Este es un enlace nuevo a su remisión a _.', program),
      why: 'Recibe este correo porque alguien con su enlace anterior pidió uno nuevo.',
      nothing: 'Si usted no hace nada, su remisión queda como está.',
    },
  };
}

const toAccount: Record<'confirm_email' | 'account_exists', MessageWords> = {
  confirm_email: {
    subject: 'Confirme su correo electrónico',
    preheader: 'Falta un paso.',
    lead: plain('Se creó una cuenta con esta dirección. Confirme que la dirección es suya y después inicie sesión.'),
    action: 'Confirmar su correo electrónico',
    note: null,
    why: 'Recibe este correo porque alguien escribió esta dirección al crear una cuenta.',
    nothing: NOT_ME,
  },
  account_exists: {
    subject: 'Usted ya tiene una cuenta',
    preheader: 'Puede iniciar sesión.',
    lead: plain('Alguien quiso crear una cuenta con esta dirección. Usted ya tiene una, y nada de ella ha cambiado.'),
    action: 'Iniciar sesión',
    note: null,
    why: 'Recibe este correo porque alguien escribió esta dirección al crear una cuenta.',
    nothing: NOT_ME,
  },
};
