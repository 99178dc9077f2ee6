import type { Link } from '../http/components.ts';
import type { Checkbox, ConsentField, ErrorSummary, RadioGroup, SelectField, TextArea, TextField } from '../http/form-components.ts';
import { errorSummary, type FormState } from '../components/fields.ts';
import { callWords, loggedWords } from '../components/logged.ts';
import { connectConsent, connectFields, FIELD_ORDER } from './connect-fields.pages.ts';
import { keptFor, knownName, onwardOf, peopleWords, searchFor } from './connect-words.pages.ts';
import type { ConnectFor, Connection } from './connect.store.ts';

declare module '../http/page.ts' {
  interface Pages {
    'referrals/connect': ConnectPage;
  }
}

export interface ConnectPage {
  crumbs: Link[];
  errors: ErrorSummary | null;
  heading: string;
  /** Said before anybody fills it in: the referral would be logged, or cannot be sent now. */
  notice: { words: string; what: string | null; link: Link | null } | null;
  intro: string;
  /** Refer oneself instead, or somebody else. */
  instead: Link | null;
  action: string;
  hidden: { name: string; value: string }[];
  legend: string;
  firstName: TextField;
  lastName: TextField;
  phone: TextField;
  email: TextField;
  zip: TextField;
  language: SelectField;
  preference: RadioGroup;
  saveProfile: Checkbox | null;
  comment: TextArea;
  consent: ConsentField;
  next: string;
  cancel: Link;
  facts: ProgramFacts;
}

/** The Program beside the form. */
export interface ProgramFacts {
  program: Link;
  lines: string[];
  accepting: boolean;
  acceptingNote: string | null;
  eligibility: string | null;
}

export interface ConnectPageParts {
  connection: Connection;
  form: FormState;
  /** Who takes the consent, and on which day: "Dana W.", "3 Dec 2026". */
  takenBy: string | null;
  today: string;
  idem: string;
  /** Somebody who works with a Team can refer others and themselves. */
  mayRefer: boolean;
}

export function connectPage(parts: ConnectPageParts): ConnectPage {
  const { connection, form, idem, mayRefer } = parts;
  const { program, who } = connection;
  const words = peopleWords(who);
  const here = `/programs/${program.id}`;
  const programLink = { href: `${here}${keptFor(who)}`, label: program.name };
  return {
    crumbs: [{ href: searchFor(who), label: 'Find programs' }, programLink],
    errors: errorSummary(form, FIELD_ORDER),
    heading: headingOf(who, program.name),
    notice: noticeOf(connection),
    intro: words.intro,
    instead: insteadOf(who, here, mayRefer),
    action: `${here}/connect`,
    hidden: hiddenOf(connection, idem),
    legend: words.legend,
    ...connectFields(who, form),
    consent: connectConsent(parts),
    next: nextStep(connection),
    cancel: { href: programLink.href, label: 'Cancel' },
    facts: factsOf(connection, programLink),
  };
}

function headingOf(who: ConnectFor, program: string): string {
  if (who.kind === 'self') return `Ask ${program} for help`;
  return `Connect ${knownName(who) ?? 'somebody'} with ${program}`;
}

/** What the sender should know before the first word is written. A Program that stopped meanwhile keeps what was. */
function noticeOf({ program, who }: Connection): ConnectPage['notice'] {
  if (!program.acceptingReferrals) {
    const { name, acceptingNote, phone } = program;
    const words = `${name} has stopped accepting referrals${acceptingNote ? `: “${acceptingNote}”` : '.'}`;
    const what = `What you wrote stays here. To ask when it can be sent, ${callWords(phone)}.`;
    return { words, what, link: { href: searchFor(who), label: 'Find other programs' } };
  }
  return program.reached ? null : { words: loggedWords(program.name, program.phone), what: null, link: null };
}

function insteadOf(who: ConnectFor, here: string, mayRefer: boolean): Link | null {
  if (!mayRefer || knownName(who) !== null) return null;
  return who.kind === 'new'
    ? { href: `${here}/connect?for=me`, label: 'It is for myself' }
    : { href: `${here}/connect`, label: 'It is for somebody I am helping' };
}

function hiddenOf({ who, consent }: Connection, idem: string): { name: string; value: string }[] {
  const from = who.kind === 'profile' ? { seekerId: who.seeker.id, profileVersion: String(who.seeker.version) } : {};
  const self = who.kind === 'self' ? { for: 'me' } : {};
  const onward = onwardOf(who);
  const further = onward ? { forwardedFrom: onward.referralId, forwardedVersion: String(onward.version) } : {};
  return Object.entries({ ...from, ...self, ...further, consentText: consent.text, _idem: idem }).map(([name, value]) => ({ name, value }));
}

function nextStep({ program, who }: Connection): string {
  const late = `${String(program.lateAfterDays)} days`;
  if (!program.reached) return 'Next: the referral is kept here, and they read it as soon as they join. Until then it takes your call.';
  const after = who.kind === 'self' ? `If you hear nothing in ${late}, call them.` : `After ${late} without an answer it is marked late.`;
  return `Next: ${program.name} gets an email with a link. ${after}`;
}

function factsOf({ program }: Connection, link: Link): ProgramFacts {
  const lines = [program.organization, program.address, program.languages.join(', ')];
  return {
    program: link,
    lines: lines.filter((line): line is string => Boolean(line) && line !== program.name),
    accepting: program.acceptingReferrals,
    acceptingNote: program.acceptingReferrals ? null : program.acceptingNote,
    eligibility: program.eligibility,
  };
}
