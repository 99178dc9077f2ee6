import type { DoneWords } from '../components/done-notice.ts';
import { t } from '../i18n/translate.ts';

/** What was done on any page of people: of a Site, a Group or a Program. */
export const TEAM_DONE = {
  invited: () => t('The invitation is on its way.'),
  resent: () => t('The invitation is on its way again. Its old link works no more.'),
  withdrawn: () => t('The invitation is withdrawn. Its link works no more.'),
  enough: () => t('This address has had several emails within the hour. Try again in an hour.'),
  answered: () => t('That invitation was already answered or withdrawn.'),
  role: () => t('Their role is changed.'),
  saved: () => t('Saved.'),
} satisfies DoneWords;

/** The same of a Site and its Groups. */
export const SITE_DONE: DoneWords = {
  ...TEAM_DONE,
  deactivated: () => t('They are deactivated and signed out everywhere.'),
  left: () => t('They have left, and see nothing of what is shared here any more.'),
  reactivated: () => t('They can sign in again, and are in the same Groups as before.'),
  ended: () => t('They are no longer a Site admin.'),
  removed: () => t('They are out of the Group and stopped seeing what it shares.'),
  added: () => t('They are in the Group and see what it shares.'),
};

/** The same of a Program. */
export const PROGRAM_DONE: DoneWords = {
  ...TEAM_DONE,
  removed: () => t('They are deactivated here and stopped seeing the Inbound Referrals.'),
};
