import type { MessageWords } from './message.ts';
import { isolated, phrase, plain } from './phrase.ts';

const BASE: Omit<MessageWords, 'subject' | 'lead'> = {
  preheader: 'فتح الرابط لا يغيّر شيئًا.',
  action: 'عرض إحالتك',
  note: plain('يمكنك هناك إخبارنا بما حدث. لا يتغيّر شيء قبل الضغط على الزر. لا حاجة إلى تسجيل الدخول.'),
  why: 'وصلتك هذه الرسالة لأنك اخترت البريد الإلكتروني للتواصل معك.',
  nothing: 'بدون أي خطوة منك تبقى إحالتك كما هي.',
};

export function madeInArabic(program: string): MessageWords {
  return {
    ...BASE,
    subject: 'تم إرسال إحالتك',
    lead: phrase('تم إرسال إحالتك إلى _.', isolated(program)),
    nothing: 'لا يلزمك فعل أي شيء الآن. سيتواصلون معك.',
  };
}

export function loggedInArabic(program: string, programPhone: string | null): MessageWords {
  return {
    ...BASE,
    subject: 'إحالتك محفوظة لدينا',
    lead: phrase('إحالتك إلى _ محفوظة لدينا. لا أحد هناك يتلقى رسائلنا بعد.', isolated(program)),
    note: plain(
      programPhone
        ? `قد لا يعلمون بها، لذلك من الأفضل الاتصال بهم: ${isolated(programPhone)}.`
        : 'قد لا يعلمون بها، لذلك من الأفضل الاتصال بهم أو زيارتهم.',
    ),
  };
}

export function changedInArabic(program: string): MessageWords {
  return { ...BASE, subject: 'هناك جديد بشأن إحالتك', lead: phrase('هناك جديد بشأن إحالتك إلى _.', isolated(program)) };
}

export function freshInArabic(program: string): MessageWords {
  return {
    ...BASE,
    subject: 'رابطك الجديد',
    lead: phrase('هذا رابط جديد لعرض إحالتك إلى _.', isolated(program)),
    why: 'وصلتك هذه الرسالة لأن شخصًا لديه رابطك السابق طلب رابطًا جديدًا.',
  };
}

export function withdrawnInArabic(program: string): MessageWords {
  return {
    ...BASE,
    subject: 'تم سحب إحالتك',
    preheader: 'ما زال بإمكانك طلب المساعدة.',
    lead: phrase('إحالتك إلى _ سحبها الشخص الذي أرسلها.', isolated(program)),
    action: 'البحث عن برامج أخرى',
    note: plain(
      'الروابط في الرسائل السابقة عنها لم تعد تعمل. إذا كنت ما زلت بحاجة إلى المساعدة، فيمكنك سؤال ذلك الشخص أو البحث عن برنامج بنفسك.',
    ),
    nothing: 'بدون أي خطوة منك لن يحدث شيء آخر في هذه الإحالة.',
  };
}
