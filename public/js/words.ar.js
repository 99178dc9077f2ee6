/** What the scripts say, in Arabic. A number stands behind its noun, where one form of the noun fits all numbers. */
export const words = {
  live: 'مباشر',
  reconnecting: (what, time) => `جارٍ إعادة الاتصال. ${what} حتى ${time}`,
  list: 'القائمة',
  page: 'الصفحة',
  signedOut: 'انتهت جلستك. ما كتبته ما زال هنا.',
  signIn: 'تسجيل الدخول',
  sessionEnds: (minutes) => `ستنتهي جلستك قريبًا. الدقائق الباقية: ${minutes}.`,
  stay: 'البقاء في الجلسة',
  fresh: 'تم التحديث الآن',
  saved: 'تم الحفظ.',
  showNew: (count, of) => `إظهار الجديد. ${counted(count, of)}`,
  since: (time) => ` منذ ${time}`,
  changedBy: (who, status) => (status ? `غيّر ${who} هذه الحالة الآن إلى ${status}.` : `غيّر ${who} هذه الحالة الآن.`),
  changed: (status) => (status ? `تغيّرت هذه الحالة الآن إلى ${status}.` : 'تغيّرت هذه الحالة الآن.'),
  saidChanged: (count, status, of) => (count === 1 && status ? `تغيّرت إحالة واحدة إلى ${status}.` : `تغييرات. ${counted(count, of)}.`),
  saidNew: (count, of) => `جديد. ${counted(count, of)}.`,
  selected: (count) => `المحدد: ${count}`,
  review: (count) => `مراجعة التغييرات: ${count}`,
  sending: 'جارٍ الإرسال',
  show: 'إظهار',
  hide: 'إخفاء',
};

/** "الإحالات: 3" */
function counted(count, of = 'referral') {
  const nouns = { referral: 'الإحالات', person: 'الأشخاص' };
  return `${nouns[of]}: ${count}`;
}
