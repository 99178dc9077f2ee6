import type { StatusGroup, StatusView } from '../http/components.ts';
import { CATEGORIES, CATEGORY_LABELS, SEEKER_CHOICES, STATUS_WORDS, statusesIn, type Status } from '../domain/referral-status.ts';
import { ringOf } from '../domain/ring.ts';

/** A status as pages print it. */
export function statusView(status: Status, seen: boolean): StatusView {
  const { label, category } = STATUS_WORDS[status];
  return { value: status, label, category, ring: ringOf(status, seen) };
}

/** The statuses somebody may set, under their categories; the one it has says "(now)". */
export function statusGroups(allowed: readonly Status[], current: Status | null): StatusGroup[] {
  const groups = CATEGORIES.map((category) => ({ category, statuses: statusesIn(category).filter((status) => allowed.includes(status)) }));
  return groups
    .filter(({ statuses }) => statuses.length > 0)
    .map(({ category, statuses }) => ({
      category,
      label: CATEGORY_LABELS[category],
      choices: statuses.map((status) => ({
        value: status,
        label: STATUS_WORDS[status].label,
        meaning: STATUS_WORDS[status].meaning,
        now: status === current,
      })),
    }));
}

/** What a Seeker may say, in plain words; nothing is chosen or marked beforehand (R26). */
export function seekerGroups(): StatusGroup[] {
  return [
    {
      category: null,
      label: null,
      choices: SEEKER_CHOICES.map(({ status, words }) => ({ value: status, label: words, meaning: null, now: false })),
    },
  ];
}
