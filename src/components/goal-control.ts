import type { GoalControl } from '../http/note-components.ts';
import { t } from '../i18n/translate.ts';

export interface GoalChoice {
  id: string;
  title: string;
  completedAt: Date | null;
}

export interface GoalControlFacts {
  referralId: string;
  seekerId: string;
  /** "Ana Ruiz at Fair Oaks". */
  of: string;
  /** Where it is filed, also when its reader does not see that Goal. */
  filedUnder: string | null;
  /** The Seeker's Goals that the reader sees. */
  goals: readonly GoalChoice[];
  formKey: string;
  onProfile: boolean;
}

/** The one control that files a referral under a Goal: the open ones, and the one it is in (R24). */
export function goalControl({ referralId, seekerId, of, filedUnder, goals, formKey, onProfile }: GoalControlFacts): GoalControl {
  const current = goals.find(({ id }) => id === filedUnder);
  const offered = goals.filter(({ id, completedAt }) => completedAt === null || id === filedUnder);
  return {
    id: `goal-of-${referralId}`,
    of,
    action: `/referrals/${referralId}/goal`,
    idem: formKey,
    current: current ? { href: `/people/${seekerId}/goals/${current.id}`, label: current.title } : null,
    hidden: filedUnder !== null && !current,
    goals: offered.map(({ id, title, completedAt }) => ({
      value: id,
      label: title,
      done: completedAt !== null,
      chosen: id === filedUnder,
    })),
    add: { href: `/people/${seekerId}#goals`, label: t('Write the first one down') },
    onProfile,
  };
}
