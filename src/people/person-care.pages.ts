import type { Link, Notice } from '../http/components.ts';
import { t } from '../i18n/translate.ts';
import type { Profile } from './profile.store.ts';

/** Beside the Personal Information, for those who help (R17). */
export interface PersonCare {
  edit: Link;
  /** One button: puts the profile away, or takes it back. */
  action: string;
  label: string;
  /** What that does, before anybody presses it. */
  hint: string;
}

export function personCare({ seekerId, helped }: Profile): PersonCare | null {
  if (!helped) return null;
  const away = helped.archivedAt !== null;
  return {
    edit: { href: `/people/${seekerId}/edit`, label: t('Edit') },
    action: `/people/${seekerId}/${away ? 'restore' : 'archive'}`,
    label: away ? t('Restore') : t('Archive'),
    hint: away ? t('Puts them back into the list.') : t('Leaves them out of the list of everybody who helps them. Referrals go on.'),
  };
}

const DONE = {
  archived: () => t('Archived. They are left out of the list; answers to their referrals still come in. “Restore” brings them back.'),
  restored: () => t('Restored. They are in the list again.'),
  saved: () => t('Saved. Everybody who helps sees it now.'),
} as const;

export function doneNotice({ helped }: Profile, done: keyof typeof DONE | null): Notice | null {
  const isSo = done === 'saved' || (done !== null && (done === 'archived') === (helped?.archivedAt !== null));
  return helped && done && isSo ? { kind: 'done', text: DONE[done](), link: null } : null;
}
