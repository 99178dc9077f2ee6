import { t } from '../i18n/translate.ts';
import { joinedWords } from './joined-words.ts';

export interface NoteReaders {
  /** The side it is written from. */
  side: 'referring' | 'program';
  seekerFirstName: string;
  programName: string;
  /** Whether the writer is one of the Program's Claimers, and the others. */
  isClaimer: boolean;
  claimers: { names: readonly string[]; more: number };
  /** Null: the Seeker asked for help themselves. */
  makerName: string | null;
  isMaker: boolean;
  /** The Teams it is shared with: their names are the referring side's own business. */
  teamNames: readonly string[];
}

/** Who will read a note on a referral, after "Who will read it:" and "Only my team:"; `own` is null where there is no other side (R19). */
export function noteReaders(facts: NoteReaders): { all: string; own: string | null } {
  const { side, seekerFirstName } = facts;
  const [here, there] = side === 'referring' ? [referringSide(facts), programSide(facts)] : [programSide(facts), referringSide(facts)];
  const without = side === 'referring' ? t('the others at {{program}}', { program: facts.programName }) : joinedWords(there);
  const [near, far] = [joinedWords([t('you'), ...here]), joinedWords(there)];
  const name = seekerFirstName;
  return {
    all: far ? t('{{near}}, and {{far}}. Never {{name}}.', { near, far, name }) : t('{{near}}. Never {{name}}.', { near, name }),
    own: side === 'program' && !far ? null : t('{{near}}. Not {{without}}, and never {{name}}.', { near, without, name }),
  };
}

/** On the profile and on a Goal: the writer and the Teams it is shared with at this moment (R9, R11). */
export function sharedReaders(teamNames: readonly string[], seekerFirstName: string): string {
  const readers = teamNames.length === 0 ? t('only you') : joinedWords([t('you'), ...teamNames.map(everyoneIn)]);
  return t('{{readers}}. No Program, and never {{name}}.', { readers, name: seekerFirstName });
}

function referringSide({ side, makerName, isMaker, teamNames }: NoteReaders): string[] {
  const maker = makerName === null || isMaker ? [] : [makerName];
  if (side === 'program') return teamNames.length > 0 ? [...maker, t('the team it was shared with')] : maker;
  return [...maker, ...teamNames.map(everyoneIn)];
}

export function everyoneIn(name: string): string {
  return t('everyone in {{name}}', { name });
}

function programSide({ programName, claimers: { names, more }, isClaimer }: NoteReaders): string[] {
  if (names.length === 0) return isClaimer ? [] : [t('whoever claims {{program}}', { program: programName })];
  const others = more > 0 ? [t('{{count, number}} more', { count: more })] : [];
  return [t('{{person}} at {{program}}', { person: joinedWords([...names, ...others]), program: programName })];
}
