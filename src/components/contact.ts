import type { Reach, ReachWay } from '../http/list-components.ts';
import { t } from '../i18n/translate.ts';

export interface ContactFacts {
  email: string | null;
  phone: string | null;
  /** How they want to be reached: email, text, phone or dont_reach_out. */
  preference: string;
}

/** How to reach a person, the best way first. Hidden, with nothing in the model to leak, where they asked not to be reached (R14). */
export function reachOf({ email, phone, preference }: ContactFacts, maySeeContact: boolean): Reach {
  if (!maySeeContact) return { hidden: true, ways: [] };
  const texts = preference === 'text';
  const byPhone: ReachWay | null = phone
    ? { icon: texts ? 'text' : 'call', verb: texts ? t('Text') : t('Call'), value: phoneText(phone), best: preference !== 'email' }
    : null;
  const byEmail: ReachWay | null = email ? { icon: 'mail', verb: null, value: email, best: preference === 'email' || !phone } : null;
  const ways = preference === 'email' ? [byEmail, byPhone] : [byPhone, byEmail];
  return { hidden: false, ways: ways.flatMap((way) => (way ? [way] : [])) };
}

const TEN_DIGITS = /^(?:\+?1)?(\d{3})(\d{3})(\d{4})$/;

/** "(650) 555-0142", never broken across lines; a number of another shape stays as it was written. */
export function phoneText(phone: string): string {
  const match = TEN_DIGITS.exec(phone.replace(/[\s().-]/g, ''));
  return match ? `(${match[1] ?? ''})\u00a0${match[2] ?? ''}\u2011${match[3] ?? ''}` : phone;
}

/** What a telephone dials. */
export function phoneHref(phone: string, texts = false): string {
  return `${texts ? 'sms' : 'tel'}:${phone.replace(/[^\d+]/g, '')}`;
}
