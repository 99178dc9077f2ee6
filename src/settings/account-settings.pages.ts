import { momentIn, type Moment } from '../components/dates.ts';
import { emptyForm, errorSummary, fieldIn, type FormState } from '../components/fields.ts';
import { MY_ACCOUNT, settingsNav } from '../components/settings-nav.ts';
import { zoneLabel } from '../components/zone-words.ts';
import type { UserActor } from '../domain/actor.ts';
import { NAME_MAX } from '../domain/field-lengths.ts';
import { isNavigator } from '../domain/membership.ts';
import type { NotificationSetting } from '../domain/notification-rules.ts';
import type { ErrorSummary, TextField } from '../http/form-components.ts';
import type { NavLink } from '../http/settings-components.ts';
import { ENDONYMS, isLanguage } from '../i18n/languages.ts';
import { t } from '../i18n/translate.ts';
import { NOTIFICATION_WORDS } from './account-mail.pages.ts';

declare module '../http/page.ts' {
  interface Pages {
    'settings/account': AccountSettingsPage;
  }
}

export interface AccountSettingsPage {
  nav: NavLink[];
  summary: ErrorSummary | null;
  firstName: TextField;
  lastName: TextField;
  email: string;
  password: string;
  changePassword: string;
  /** "At once", "English", "Pacific (Los Angeles)". */
  mail: string[];
  sessions: SessionEntry[];
  /** "You are signed in 3 times." */
  tally: string;
  /** Whether there is any other session to end. */
  hasOthers: boolean;
  idem: string;
}

interface SessionEntry {
  /** Where its button sends; null for the session that asks. */
  endHref: string | null;
  /** "Firefox on Android". */
  where: string;
  started: Moment;
  lastUsed: Moment;
}

export interface ListedSession {
  key: string;
  sessionId: string;
  startedAt: number;
  seenAt: number;
  device: string | null;
}

export interface AccountFacts {
  user: UserActor;
  sessions: readonly ListedSession[];
  currentSessionId: string;
  timeZone: string;
  hasPassword: boolean;
  notifications: NotificationSetting;
  idem: string;
}

export function accountSettingsPage(facts: AccountFacts, form: FormState = emptyForm): AccountSettingsPage {
  const { user, idem } = facts;
  const shown = form === emptyForm ? { values: { firstName: user.firstName, lastName: user.lastName }, errors: {} } : form;
  const name = { type: 'text', maxlength: NAME_MAX } as const;
  const sessions = facts.sessions.map((session) => entry(session, facts));
  return {
    nav: settingsNav(user, MY_ACCOUNT),
    summary: errorSummary(form, ['firstName', 'lastName']),
    firstName: { ...fieldIn(shown, 'firstName'), ...name, label: t('First name'), autocomplete: 'given-name' },
    lastName: { ...fieldIn(shown, 'lastName'), ...name, label: t('Last name'), autocomplete: 'family-name' },
    email: user.email,
    password: facts.hasPassword ? t('You sign in with a password.') : t('You sign in by links we email you, without a password.'),
    changePassword: facts.hasPassword ? t('Change password') : t('Choose a password'),
    mail: mailWords(facts),
    sessions,
    tally: t('You are signed in {{count, number}} times.', { count: sessions.length }),
    hasOthers: sessions.some((one) => one.endHref !== null),
    idem,
  };
}

function mailWords({ user, notifications, timeZone }: AccountFacts): string[] {
  const when = isNavigator(user)
    ? [t('Email about referrals: {{when}}', { when: NOTIFICATION_WORDS[notifications]().label.toLowerCase() })]
    : [];
  const language = ENDONYMS[isLanguage(user.language) ? user.language : 'en'];
  return [...when, t('Language: {{language}}', { language }), t('Time zone: {{zone}}', { zone: zoneLabel(timeZone) })];
}

function entry(session: ListedSession, { currentSessionId, timeZone }: AccountFacts): SessionEntry {
  return {
    endHref: session.sessionId === currentSessionId ? null : `/settings/account/sessions/${session.key}/end`,
    where: deviceWords(session.device),
    started: momentIn(timeZone, new Date(session.startedAt)),
    lastUsed: momentIn(timeZone, new Date(session.seenAt)),
  };
}

/** As it was named when they signed in: "Firefox on Android". */
function deviceWords(device: string | null): string {
  if (device === null || device === 'Unknown browser') return t('Unknown browser');
  const [name = '', on] = device.split(' on ');
  const browser = name === 'A browser' ? t('A browser') : name;
  return on === undefined ? browser : t('{{browser}} on {{device}}', { browser, device: on });
}
