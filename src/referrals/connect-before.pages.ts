import { elapsedWords } from '../components/elapsed.ts';
import { fieldIn, type FormState } from '../components/fields.ts';
import { fullName } from '../domain/display-name.ts';
import { t } from '../i18n/translate.ts';
import type { Link } from '../http/components.ts';
import type { TextField } from '../http/form-components.ts';
import type { HelpedSeeker, KnownPeople } from '../people/seeker.store.ts';
import { FIND_MAX } from './connect-before.forms.ts';
import type { ConnectWarning, OpenReferral } from './connect-before.store.ts';
import type { Connection } from './connect.store.ts';

/** "Someone you've connected before" (R23): a search that fills the form. */
export interface ConnectBefore {
  action: string;
  find: TextField;
  /** Each a button that takes them: what was typed goes along. */
  people: { id: string; name: string; words: string }[];
  /** What the search came to. */
  said: string | null;
}

/** Said before the form is sent. */
export interface ConnectWarningView {
  heading: string;
  people: {
    name: string;
    words: string;
    open: { words: string; see: Link } | null;
    use: { action: string; name: string; value: string; label: string } | null;
  }[];
  /** What happens when it is sent all the same. */
  otherwise: string;
  /** It answers to a press of the button: it is read out, and comes into view. */
  asks: boolean;
}

export function connectBefore({ program, who }: Connection, form: FormState, known: KnownPeople | null): ConnectBefore | null {
  if (who.kind !== 'new') return null;
  return {
    action: `/programs/${program.id}/connect/before`,
    find: {
      ...fieldIn(form, 'find'),
      type: 'search',
      label: t('Someone you’ve connected before'),
      hint: t('Name, phone or email. It fills in the form.'),
      maxlength: FIND_MAX,
      autocomplete: 'off',
    },
    people: (known?.people ?? []).map((seeker) => ({
      id: seeker.id,
      name: fullName(seeker.firstName, seeker.lastName),
      words: placeWords(seeker),
    })),
    said: known && saidOf(known),
  };
}

function saidOf({ people, more }: KnownPeople): string | null {
  if (people.length === 0) return t('Nobody you help fits that. Try fewer letters, or fill in the form for somebody new.');
  return more ? t('There are more. Add a letter of the name, or digits of the phone.') : null;
}

export interface WarningFacts {
  warning: ConnectWarning;
  userId: string | null;
  now: Date;
  asks: boolean;
  /** Where the profile of one of them is chosen, and as what. */
  use: { action: string; name: string };
}

export function warningView(who: Connection['who'], { warning, userId, now, asks, use }: WarningFacts): ConnectWarningView {
  const [first] = warning.people;
  const name = first ? fullName(first.seeker.firstName, first.seeker.lastName) : '';
  const isNew = who.kind === 'new';
  return {
    heading: isNew
      ? warning.people.length === 1
        ? t('You may have connected {{name}} before', { name })
        : t('You may have connected them before')
      : t('{{name}} already has an open referral to this Program', { name }),
    people: warning.people.map(({ seeker, open }) => ({
      name: fullName(seeker.firstName, seeker.lastName),
      words: placeWords(seeker),
      open: open && { words: openWords(open, userId, now, isNew), see: { href: `/referrals/${open.id}`, label: t('See it') } },
      use: isNew
        ? { ...use, value: seeker.id, label: t('Use the profile of {{name}}', { name: fullName(seeker.firstName, seeker.lastName) }) }
        : null,
    })),
    otherwise: isNew ? t('If it is somebody else, send the form again as it is: it makes a new profile.') : t('You can send one more.'),
    asks,
  };
}

/** Enough to tell two of the same name apart, and no more: whoever is picked is opened. */
function placeWords({ zip, archivedAt }: HelpedSeeker): string {
  return [zip ? t('ZIP {{zip}}', { zip }) : null, archivedAt ? t('Archived') : null].filter((part) => part !== null).join(', ');
}

function openWords({ madeById, makerName, createdAt }: OpenReferral, userId: string | null, now: Date, isNew: boolean): string {
  const time = elapsedWords(createdAt, now);
  if (madeById === userId) {
    return isNew
      ? t('Has an open referral to this Program, sent {{time}} ago by you.', { time })
      : t('Sent {{time}} ago by you.', { time });
  }
  const name = makerName;
  return isNew
    ? t('Has an open referral to this Program, sent {{time}} ago by {{name}}.', { time, name })
    : t('Sent {{time}} ago by {{name}}.', { time, name });
}
