import type { Link } from '../http/components.ts';
import { t } from '../i18n/translate.ts';

/** The way to what "Exit this page" does and cannot do, and back here (P-11). */
export function howToLeave(here: string): Link {
  return { href: `/leaving?returnTo=${encodeURIComponent(here)}`, label: t('How this works') };
}
