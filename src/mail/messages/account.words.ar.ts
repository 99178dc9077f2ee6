import type { MessageWords } from './message.ts';
import { plain } from './phrase.ts';

const FOOT = {
  note: null,
  why: 'وصلتك هذه الرسالة لأن أحدهم كتب هذا العنوان عند إنشاء حساب.',
  nothing: 'إذا لم يكن الطلب منك، فيمكنك تجاهل هذه الرسالة.',
};

export const CONFIRM_EMAIL_IN_ARABIC: MessageWords = {
  ...FOOT,
  subject: 'تأكيد بريدك الإلكتروني',
  preheader: 'بقيت خطوة واحدة.',
  lead: plain('تم إنشاء حساب بهذا العنوان. نرجو تأكيد أن العنوان لك، ثم تسجيل الدخول.'),
  action: 'تأكيد بريدي الإلكتروني',
};

export const ACCOUNT_EXISTS_IN_ARABIC: MessageWords = {
  ...FOOT,
  subject: 'لديك حساب بالفعل',
  preheader: 'يمكنك تسجيل الدخول.',
  lead: plain('حاول أحدهم إنشاء حساب بهذا العنوان. لديك حساب بالفعل، ولم يتغيّر فيه شيء.'),
  action: 'تسجيل الدخول',
};
