import { t } from '../i18n/translate.ts';

const WORDS: Readonly<Record<string, () => string>> = {
  email_link: () => t('by email link'),
  api: () => t('by API'),
  public_form: () => t('by the public form'),
};

/** Through what somebody did something, where it was not simply on a page of theirs (R6). */
export function viaWords(via: string | null): string | null {
  return via === null ? null : (WORDS[via]?.() ?? null);
}

/** The same in a history, where each entry says it, those made on a page of theirs too (R6). */
export function historyVia(via: string): string | null {
  return via === 'dashboard' ? t('in the dashboard') : viaWords(via);
}
