import { t } from '../i18n/translate.ts';
import { momentIn } from './dates.ts';
import { whoLine } from './history.ts';

export interface Written {
  /** Null: the Seeker referred themselves. */
  madeById: string | null;
  makerName: string;
  makerOrganization: string | null;
  createdAt: Date;
}

/** Who wrote the comment of a referral, below it, as its Seeker reads it (R2). */
export function writtenBy({ madeById, makerName, makerOrganization, createdAt }: Written, timeZone: string): string {
  const { date } = momentIn(timeZone, createdAt);
  if (madeById === null) return t('This came with the form on {{date}}', { date });
  return t('{{who}}, wrote this on {{date}}', { who: whoLine(makerName, makerOrganization), date });
}
