import { phoneHref, phoneText } from '../components/contact.ts';
import { t } from '../i18n/translate.ts';
import type { ProgramRow } from './program.store.ts';

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

export function phoneOf({ number, extension, kind, label }: ProgramRow['phones'][number]): PhoneView {
  const texts = kind === 'sms' || kind === 'text';
  const suffix = extension !== null && /^\d+$/.test(extension) && !texts ? `;ext=${extension}` : '';
  return {
    kind: KINDS[kind ?? 'voice']?.() ?? t('Call'),
    text:
      extension === null
        ? phoneText(number)
        : t('{{phone}} ext. {{extension}}', { phone: phoneText(number), extension }).replace('. ', '.\u00a0'),
    href: kind === 'fax' ? null : phoneHref(number, texts) + suffix,
    note: label,
  };
}
