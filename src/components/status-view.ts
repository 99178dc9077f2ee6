import type { StatusGroup, StatusView } from '../http/components.ts';
import {
  CATEGORIES,
  CATEGORY_LABELS,
  SEEKER_CHOICES,
  STATUS_WORDS,
  statusesIn,
  type Category,
  type Status,
} from '../domain/referral-status.ts';
import { ringOf } from '../domain/ring.ts';
import { languageNow } from '../i18n/speaking.ts';
import { t } from '../i18n/translate.ts';

/** A status as pages print it. */
export function statusView(status: Status, seen: boolean): StatusView {
  const { label, category } = STATUS_WORDS[status];
  return { value: status, label: t(label), category, ring: ringOf(status, seen) };
}

const made = new Map<string, StatusGroup[]>();

/** The statuses somebody may set, under their categories; the one it has says "(now)". Made once for each: a list shows dozens. */
export function statusGroups(allowed: readonly Status[], current: Status | null): StatusGroup[] {
  const key = `${languageNow()}:${allowed.join()}:${current ?? ''}`;
  const known = made.get(key);
  if (known) return known;
  const groups = CATEGORIES.map((category) => groupOf(category, allowed, current)).filter(({ choices }) => choices.length > 0);
  made.set(key, groups);
  return groups;
}

function groupOf(category: Category, allowed: readonly Status[], current: Status | null): StatusGroup {
  const choices = statusesIn(category)
    .filter((status) => allowed.includes(status))
    .map((status) => ({
      value: status,
      label: t(STATUS_WORDS[status].label),
      meaning: t(STATUS_WORDS[status].meaning),
      now: status === current,
    }));
  return { category, label: t(CATEGORY_LABELS[category]), choices };
}

/** What a Seeker may say, in plain words; nothing is chosen or marked beforehand (R26). */
export function seekerGroups(): StatusGroup[] {
  return [
    {
      category: null,
      label: null,
      choices: SEEKER_CHOICES.map(({ status, words }) => ({ value: status, label: t(words), meaning: null, now: false })),
    },
  ];
}
