import { phoneHref, phoneText } from '../components/contact.ts';
import { t } from '../i18n/translate.ts';
import type { PhoneLine } from './whom-to-call.store.ts';
import type { Link } from '../http/components.ts';

export interface PhoneView {
  kind: string;
  text: string;
  href: string | null;
  note: string | null;
}

const KINDS: Record<string, () => string> = {
  voice: () => t('Call'),
  fax: () => t('Fax'),
  sms: () => t('Text'),
  text: () => t('Text'),
  tty: () => t('TTY'),
  hotline: () => t('Hotline'),
  cell: () => t('Mobile'),
  pager: () => t('Pager'),
};

/** The way to call a Program that a press takes: "Call (650) 555-0160". */
export function callOf(line: PhoneLine): Link & { text: string; texts: boolean } {
  const { text: phone } = phoneOf(line);
  const texts = takesTexts(line);
  return { href: dialled(line), label: texts ? t('Text {{phone}}', { phone }) : t('Call {{phone}}', { phone }), text: phone, texts };
}

export function phoneOf(line: PhoneLine): PhoneView {
  const { number, extension, kind, label } = line;
  return {
    kind: KINDS[kind ?? 'voice']?.() ?? t('Call'),
    text:
      extension === null
        ? phoneText(number)
        : t('{{phone}} ext. {{extension}}', { phone: phoneText(number), extension }).replace('. ', '.\u00a0'),
    href: kind === 'fax' ? null : dialled(line),
    note: label,
  };
}

function dialled(line: PhoneLine): string {
  const texts = takesTexts(line);
  const suffix = line.extension !== null && /^\d+$/.test(line.extension) && !texts ? `;ext=${line.extension}` : '';
  return phoneHref(line.number, texts) + suffix;
}

function takesTexts({ kind }: PhoneLine): boolean {
  return kind === 'sms' || kind === 'text';
}
