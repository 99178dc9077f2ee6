import type { Actor } from './actor.ts';
import { organizationOf } from './membership.ts';

export interface HistoryName {
  name: string;
  organization: string | null;
}

const graphemes = new Intl.Segmenter('en', { granularity: 'grapheme' });

/** "Maria G.": first name and last initial, the way history and other parties see a person (R6). */
export function shortName(firstName: string, lastName: string): string {
  const first = firstName.trim();
  const initial = [...graphemes.segment(lastName.trim())][0]?.segment.toLocaleUpperCase('en');
  return initial ? `${first} ${initial}.`.trim() : first;
}

export function fullName(firstName: string, lastName: string): string {
  return `${firstName} ${lastName}`.trim();
}

/** Name and organization as written into history, to be kept as they are at this moment (R6, R7). */
export function historyName(actor: Actor): HistoryName {
  switch (actor.kind) {
    case 'user':
      return { name: shortName(actor.firstName, actor.lastName), organization: organizationOf(actor) };
    case 'link':
      return { name: shortName(actor.firstName, actor.lastName), organization: actor.organization };
    case 'anonymous':
      throw new Error('An anonymous visitor has no name in history; the service must give one');
  }
}

/** "Maria G., Riverside Clinic", in one line. */
export function historyLine(actor: Actor): string {
  const { name, organization } = historyName(actor);
  return organization ? `${name}, ${organization}` : name;
}
