import { directoryLanguage, directoryNames } from '../components/directory-words.ts';
import { distanceText } from '../components/distance.ts';
import { openStateText } from '../components/hours.ts';
import { openState } from '../domain/open-state.ts';
import type { Pair, ProgramResult } from '../http/list-components.ts';
import { t } from '../i18n/translate.ts';
import { firstSentences } from './first-sentences.ts';
import { callOf } from './program-phones.pages.ts';
import type { SearchAnswer } from './search-answer.ts';
import { connectAddress, programAddress } from './search-address.ts';
import type { SearchView } from './search.pages.ts';
import type { PhoneLine } from './whom-to-call.store.ts';

/** One program in the list of results. */
export function resultOf(program: SearchAnswer['programs'][number], { flow, question, answer }: SearchView): ProgramResult {
  const page = programAddress(program.id, flow);
  const accepting = program.acceptingReferrals;
  return {
    href: page,
    label: program.name,
    distance: program.miles === null ? null : distanceText(program.miles),
    from: program.miles === null ? null : t('from {{zip}}', { zip: question.zip ?? '' }),
    category: directoryNames(program.categories.map(({ name }) => name)),
    sentence: firstSentences(program.description),
    sentenceLanguage: directoryLanguage(),
    pairs: pairsOf(program, answer),
    accepting,
    acceptingNote: accepting ? null : program.acceptingNote,
    action: accepting ? { href: connectAddress(program.id, flow), label: t('Connect') } : { href: page, label: t('See program') },
    ...(accepting && !program.reached ? noteOf(program.line) : { note: null, call: null }),
  };
}

/** Nobody there gets mail of a referral, so somebody has to tell them (R28). */
function noteOf(line: PhoneLine | null): Pick<ProgramResult, 'note' | 'call'> {
  if (!line) return { note: t('Gets no email from here yet: visit them as well.'), call: null };
  const { href, text, texts } = callOf(line);
  const note = texts ? t('Gets no email from here yet. Text them as well:') : t('Gets no email from here yet. Call them as well:');
  return { note, call: { href, label: text } };
}

function pairsOf(program: SearchAnswer['programs'][number], { now }: SearchAnswer): Pair[] {
  const hours = openStateText(openState(program.hours, now), now);
  const pairs: Pair[] = [];
  if (hours !== null) pairs.push({ label: t('Hours'), value: hours });
  if (program.languages.length > 0) pairs.push({ label: t('Languages'), value: directoryNames(program.languages) });
  if (program.organization !== program.name) pairs.push({ label: t('Run by'), value: program.organization });
  return pairs;
}
