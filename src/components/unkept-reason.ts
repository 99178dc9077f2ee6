import { labelOf, type Status } from '../domain/referral-status.ts';
import { t } from '../i18n/translate.ts';

/** What its writer can do with a reason that came with the status a referral had already, and is kept nowhere (ADR 0156). */
export type Instead = 'note' | 'sign_in' | 'nothing';

export function unkeptReason(status: Status, instead: Instead): string {
  const values = { status: t(labelOf(status)) };
  switch (instead) {
    case 'note':
      return t(
        'The status is “{{status}}” already, so your reason was not saved. Save it as a note below, or choose another status.',
        values,
      );
    case 'sign_in':
      return t(
        'The status is “{{status}}” already, so your reason was not saved. Choose another status, or copy it and sign in to add it as a note.',
        values,
      );
    case 'nothing':
      return t('The status is “{{status}}” already, so your reason was not saved. Choose another status to send it.', values);
  }
}

/** The same in a Seeker's own words; null: nobody referred them but themselves. */
export function plainUnkept(makerName: string | null): string {
  return makerName === null
    ? t('That is how it stands already, so what you wrote was not saved. Choose another answer, or tell the Program.')
    : t('That is how it stands already, so what you wrote was not saved. Choose another answer, or tell {{name}}.', { name: makerName });
}
