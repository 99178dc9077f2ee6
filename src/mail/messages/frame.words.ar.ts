import type { FrameWords } from './frame.words.ts';
import { isolated } from './phrase.ts';

/** Addressed to anybody: it says "it is possible to", not an imperative that would be a man's or a woman's. */
export const FRAME_IN_ARABIC: FrameWords = {
  steps: ['1. أُرسلت', '2. شوهدت', '3. عولجت', '4. النتيجة'],
  notYet: 'ليس بعد',
  orCopy: 'أو يمكنك نسخ هذا العنوان:',
  until: (date) => `هذا الرابط لك وحدك، ويعمل حتى ${date}.`,
  afterSignIn: 'يُفتح الرابط بعد تسجيل الدخول.',
  allAfterSignIn: 'تُفتح الروابط بعد تسجيل الدخول.',
  more: (count) => `و${String(count)} غيرها.`,
  namesNobody: 'هذه الرسالة لا تذكر اسم أحد، وذلك عن قصد.',
  questions: (phone) => `لديك أسئلة؟ يمكنك الاتصال بالرقم ${isolated(phone)}.`,
  settings: 'يمكنك اختيار الرسائل التي تصلك:',
  settingsAction: 'إعدادات البريد',
  otherWay: 'لإيقاف هذه الرسائل، يمكنك إخبار من يساعدك بطريقة أخرى للتواصل معك.',
};
