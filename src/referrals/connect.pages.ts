import { t } from '../i18n/translate.ts';
import type { Link } from '../http/components.ts';
import type { Checkbox, ConsentField, ErrorSummary, RadioGroup, SelectField, TextArea, TextField } from '../http/form-components.ts';
import { howToLeave } from '../components/how-to-leave.ts';
import { errorSummary, type FormState } from '../components/fields.ts';
import { callWords, loggedWords } from '../components/logged.ts';
import type { KnownPeople } from '../people/seeker.store.ts';
import { connectBefore, type ConnectBefore, type ConnectWarningView } from './connect-before.pages.ts';
import { factsOf, nextStep, type ProgramFacts } from './connect-facts.pages.ts';
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
  /** Somebody connected before fills in the form; null where it is about somebody known. */
  before: ConnectBefore | null;
  warning: ConnectWarningView | null;
  action: string;
  /** The first field of a form about oneself: where somebody left, Back fills in nothing (P-11). */
  visit: { name: string; leaving: Link } | null;
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
  send: string;
  next: string;
  cancel: Link;
  facts: ProgramFacts;
}

export interface ConnectPageParts {
  connection: Connection;
  form: FormState;
  known: KnownPeople | null;
  /** Said at fields, by their names, instead of what is said there otherwise. */
  hints: Readonly<Record<string, string>>;
  warning: ConnectWarningView | null;
  /** Who takes the consent, and on which day: "Dana W.", "3 Dec 2026". */
  takenBy: string | null;
  today: string;
  idem: string;
  visit: string | null;
  /** Somebody who works with a Team can refer others and themselves. */
  mayRefer: boolean;
}

export function connectPage(parts: ConnectPageParts): ConnectPage {
  const { connection, form, idem, mayRefer, known, warning, hints } = parts;
  const { program, who } = connection;
  const words = peopleWords(who);
  const here = `/programs/${program.id}`;
  const programLink = { href: `${here}${keptFor(who)}`, label: program.name };
  return {
    crumbs: [{ href: searchFor(who), label: t('Find programs') }, programLink],
    errors: errorSummary(form, FIELD_ORDER),
    heading: headingOf(who, program.name),
    notice: noticeOf(connection),
    intro: words.intro,
    instead: insteadOf(who, here, mayRefer),
    before: connectBefore(connection, form, known),
    warning,
    action: `${here}/connect${whoseFor(who)}`,
    visit: visitView(parts.visit, `${here}/connect${whoseFor(who)}`),
    hidden: hiddenOf(connection, idem, warning !== null),
    legend: words.legend,
    ...connectFields(who, form, hints),
    consent: connectConsent(parts),
    send: warning?.asks ? t('Send it all the same') : t('Send referral'),
    next: nextStep(connection),
    cancel: { href: programLink.href, label: t('Cancel') },
    facts: factsOf(connection, programLink),
  };
}

function visitView(name: string | null, here: string): ConnectPage['visit'] {
  return name === null ? null : { name, leaving: howToLeave(here) };
}

/** In the address as well, so that whoever has to sign in first, or reads on in another language, comes back to the same person. */
function whoseFor(who: ConnectFor): string {
  const onward = onwardOf(who);
  if (onward) return `?forwardedFrom=${onward.referralId}`;
  if (who.kind === 'profile') return `?seekerId=${who.seeker.id}`;
  return who.kind === 'self' ? '?for=me' : '';
}

function headingOf(who: ConnectFor, program: string): string {
  if (who.kind === 'self') return t('Ask {{program}} for help', { program });
  const name = knownName(who);
  return name === null ? t('Connect somebody with {{program}}', { program }) : t('Connect {{name}} with {{program}}', { name, program });
}

/** What the sender should know before the first word is written. A Program that stopped meanwhile keeps what was. */
function noticeOf({ program, who }: Connection): ConnectPage['notice'] {
  if (!program.acceptingReferrals) {
    const { name, acceptingNote, phone } = program;
    const words = acceptingNote
      ? t('{{name}} has stopped accepting referrals: “{{note}}”', { name, note: acceptingNote })
      : t('{{name}} has stopped accepting referrals.', { name });
    const what = t('What you wrote stays here. To ask when it can be sent, {{call}}.', { call: callWords(phone) });
    return { words, what, link: { href: searchFor(who), label: t('Find other programs') } };
  }
  return program.reached ? null : { words: loggedWords(program.name, program.phone), what: null, link: null };
}

function insteadOf(who: ConnectFor, here: string, mayRefer: boolean): Link | null {
  if (!mayRefer || knownName(who) !== null) return null;
  return who.kind === 'new'
    ? { href: `${here}/connect?for=me`, label: t('It is for myself') }
    : { href: `${here}/connect`, label: t('It is for somebody I am helping') };
}

/** `known` says whether its sender was told of people and referrals there are already (R23). */
function hiddenOf({ who, consent }: Connection, idem: string, told: boolean): { name: string; value: string }[] {
  const from = who.kind === 'profile' ? { seekerId: who.seeker.id, profileVersion: String(who.seeker.version) } : {};
  const self = who.kind === 'self' ? { for: 'me' } : {};
  const onward = onwardOf(who);
  const further = onward ? { forwardedFrom: onward.referralId, forwardedVersion: String(onward.version) } : {};
  const known = who.kind === 'self' ? {} : { known: told ? 'told' : 'ask' };
  return Object.entries({ ...from, ...self, ...further, ...known, consentText: consent.text, _idem: idem }).map(([name, value]) => ({
    name,
    value,
  }));
}
