import { distanceText } from '../domain/distance.ts';
import { openState, openStateText } from '../domain/open-state.ts';
import type { Pair, ProgramResult } from '../http/list-components.ts';
import { firstSentences } from './first-sentences.ts';
import type { SearchAnswer } from './search-answer.ts';
import { connectAddress, programAddress } from './search-address.ts';
import type { SearchView } from './search.pages.ts';

/** One program in the list of results. */
export function resultOf(program: SearchAnswer['programs'][number], { flow, question, answer }: SearchView): ProgramResult {
  const page = programAddress(program.id, flow);
  const accepting = program.acceptingReferrals;
  return {
    href: page,
    label: program.name,
    distance: program.miles === null ? null : distanceText(program.miles),
    from: program.miles === null ? null : `from ${question.zip ?? ''}`,
    category: program.categories.map(({ name }) => name).join(', '),
    sentence: firstSentences(program.description),
    pairs: pairsOf(program, answer),
    accepting,
    acceptingNote: accepting ? null : program.acceptingNote,
    action: accepting ? { href: connectAddress(program.id, flow), label: 'Connect' } : { href: page, label: 'See program' },
    note: accepting && !program.reached ? 'Gets no email from here yet: call them as well.' : null,
  };
}

function pairsOf(program: SearchAnswer['programs'][number], { now }: SearchAnswer): Pair[] {
  const hours = openStateText(openState(program.hours, now), now);
  const pairs: Pair[] = [];
  if (hours !== null) pairs.push({ label: 'Hours', value: hours });
  if (program.languages.length > 0) pairs.push({ label: 'Languages', value: program.languages.join(', ') });
  if (program.organization !== program.name) pairs.push({ label: 'Run by', value: program.organization });
  return pairs;
}
