/** What is agreed to, in the languages pages are written in (R23). `{sharer}` and `{program}` are names. */
export interface ConsentWords {
  spoken: string;
  self: string;
  arrival: string;
}

export const CONSENT_WORDS = {
  en: {
    spoken:
      'I agree that {sharer} shares my name, contact details, ZIP code, language and this comment with {program} so that they can help me. ' +
      'They may contact me the way I chose, and both may write down here what came of it. ' +
      'I can say no and still ask for help myself, and I can take this back at any time by telling either of them.',
    self:
      'I agree that {program} gets my name, contact details, ZIP code, language and this comment so that they can help me. ' +
      'They may contact me the way I chose, and may write down here what came of it. ' +
      'I can take this back at any time by telling them.',
    arrival:
      'I agree that {program} writes down my name, contact details, ZIP code, language and this comment so that they can help me. ' +
      'They may contact me the way I chose, and may write down here what came of it. ' +
      'I can say no and still ask for help, and I can take this back at any time by telling them.',
  },
  es: {
    spoken:
      'Acepto que {sharer} comparta mi nombre, mis datos de contacto, mi código postal, mi idioma y este comentario con {program} para que me ayuden. ' +
      'Pueden comunicarse conmigo de la manera que elegí, y ambos pueden anotar aquí el resultado. ' +
      'Puedo decir que no y pedir ayuda por mi cuenta, y puedo retirar este permiso cuando quiera si se lo digo a cualquiera de los dos.',
    self:
      'Acepto que {program} reciba mi nombre, mis datos de contacto, mi código postal, mi idioma y este comentario para que me ayuden. ' +
      'Pueden comunicarse conmigo de la manera que elegí y anotar aquí el resultado. ' +
      'Puedo retirar este permiso cuando quiera si se lo digo.',
    arrival:
      'Acepto que {program} anote mi nombre, mis datos de contacto, mi código postal, mi idioma y este comentario para que me ayuden. ' +
      'Pueden comunicarse conmigo de la manera que elegí y anotar aquí el resultado. ' +
      'Puedo decir que no y aun así pedir ayuda, y puedo retirar este permiso cuando quiera si se lo digo.',
  },
  ar: {
    spoken:
      'أوافق على أن يشارك {sharer} اسمي وبيانات الاتصال بي ورمزي البريدي ولغتي وهذا التعليق مع {program} لكي يساعدوني. ' +
      'يمكنهم التواصل معي بالطريقة التي اخترتها، ويمكن للطرفين أن يكتبا هنا ما نتج عن ذلك. ' +
      'يمكنني أن أرفض وأطلب المساعدة بنفسي، ويمكنني سحب موافقتي في أي وقت بإخبار أي منهما.',
    self:
      'أوافق على أن يحصل {program} على اسمي وبيانات الاتصال بي ورمزي البريدي ولغتي وهذا التعليق لكي يساعدوني. ' +
      'يمكنهم التواصل معي بالطريقة التي اخترتها، ويمكنهم أن يكتبوا هنا ما نتج عن ذلك. ' +
      'يمكنني سحب موافقتي في أي وقت بإخبارهم.',
    arrival:
      'أوافق على أن يسجّل {program} اسمي وبيانات الاتصال بي ورمزي البريدي ولغتي وهذا التعليق لكي يساعدوني. ' +
      'يمكنهم التواصل معي بالطريقة التي اخترتها، ويمكنهم أن يكتبوا هنا ما نتج عن ذلك. ' +
      'يمكنني أن أرفض وأطلب المساعدة مع ذلك، ويمكنني سحب موافقتي في أي وقت بإخبارهم.',
  },
} as const satisfies Record<string, ConsentWords>;

export type ConsentLanguage = keyof typeof CONSENT_WORDS;
