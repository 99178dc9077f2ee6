import { directoryLanguage, directoryNames } from '../components/directory-words.ts';
import type { Link } from '../http/components.ts';
import { t } from '../i18n/translate.ts';
import type { Connection } from './connect.store.ts';

/** The Program beside the form. */
export interface ProgramFacts {
  program: Link;
  lines: string[];
  accepting: boolean;
  acceptingNote: string | null;
  eligibility: string | null;
  /** Of the directory's own sentence, where the page is in another. */
  eligibilityLanguage: string | null;
}

/** What sending it leads to. */
export function nextStep({ program, who }: Connection): string {
  if (!program.reached) return t('Next: the referral is kept here, and they read it as soon as they join. Until then it takes your call.');
  const count = program.lateAfterDays;
  const first = t('Next: {{program}} gets an email with a link.', { program: program.name });
  const after =
    who.kind === 'self'
      ? t('If you hear nothing in {{count, number}} days, call them.', { count })
      : t('After {{count, number}} days without an answer it is marked late.', { count });
  return `${first} ${after}`;
}

export function factsOf({ program }: Connection, link: Link): ProgramFacts {
  const lines = [program.organization, program.address, directoryNames(program.languages)];
  return {
    program: link,
    lines: lines.filter((line): line is string => Boolean(line) && line !== program.name),
    accepting: program.acceptingReferrals,
    acceptingNote: program.acceptingReferrals ? null : program.acceptingNote,
    eligibility: program.eligibility,
    eligibilityLanguage: directoryLanguage(),
  };
}
