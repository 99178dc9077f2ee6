import type { Link } from '../http/components.ts';
import { t } from '../i18n/translate.ts';

declare module '../http/page.ts' {
  interface Pages {
    'leaving/show': LeavingPage;
  }
}

/** What "Exit this page" does, and what it cannot (P-11). */
export interface LeavingPage {
  does: string[];
  /** Only where scripts run. */
  byShift: string;
  doesNot: string[];
  onward: Link;
}

export function leavingPage(back: string | null): LeavingPage {
  return {
    does: [
      t('The page is gone at once. Another site opens in its place, and you are signed out.'),
      t('If somebody then presses Back, they do not see what you wrote.'),
    ],
    byShift: t('On a keyboard you can press the Shift key 3 times instead.'),
    doesNot: [
      t('Your browser still has a list of the pages you read. Delete the list, or use a private window.'),
      t('Our emails stay in your mailbox.'),
      t(
        'Some people have a way to watch what you do on this phone or computer. Then use another one, such as one of a friend or a library.',
      ),
    ],
    onward: { href: back ?? '/programs', label: back ? t('Go on') : t('Find programs') },
  };
}
