import { emptyForm, errorSummary, fieldIn, seenVersion, type FormState } from '../components/fields.ts';
import { inviteForm } from '../components/invite-form.ts';
import { settingsNav } from '../components/settings-nav.ts';
import type { PeopleFacts } from '../components/team-people.ts';
import type { UserActor } from '../domain/actor.ts';
import type { Link } from '../http/components.ts';
import type { ErrorSummary, RadioGroup, TextField } from '../http/form-components.ts';
import type { InviteForm, NavLink, TeamPeople } from '../http/settings-components.ts';
import { t } from '../i18n/translate.ts';
import type { Accepting } from '../programs/accepting.store.ts';
import type { Invitation } from '../teams/invitation.store.ts';
import type { TeamMember } from '../teams/membership.store.ts';
import type { Team } from '../teams/team.store.ts';
import { claimerRows } from './program-claimers.pages.ts';
import { NOTE_MAX } from './program-settings.forms.ts';
import { teamNavigationField } from './team-navigation.pages.ts';

declare module '../http/page.ts' {
  interface Pages {
    'settings/program': ProgramSettingsPage;
  }
}

/** Settings of a Program, for its Program Admins (R27). */
export interface ProgramSettingsPage {
  nav: NavLink[];
  summary: ErrorSummary | null;
  name: string;
  links: Link[];
  claimers: TeamPeople;
  invite: InviteForm;
  settings: { action: string; idem: string; version: number; accepting: RadioGroup; note: TextField; teamNavigation: RadioGroup };
  /** What somebody else changed while this form was being filled in. */
  meanwhile: string[];
}

export interface ProgramFacts extends PeopleFacts {
  user: UserActor;
  team: Team;
  programId: string;
  accepting: Accepting;
  members: readonly TeamMember[];
  invitations: readonly Invitation[];
  idem: string;
}

/** What the last form said and what was wrong with it. */
export interface ProgramTry {
  form: FormState;
  /** The invitation that was there before. */
  before: string | null;
  meanwhile: string[];
}

export const FIRST_TRY: ProgramTry = { form: emptyForm, before: null, meanwhile: [] };

function roles(): { value: string; label: string }[] {
  return [
    { value: 'member', label: t('Claimer: answers its referrals') },
    { value: 'admin', label: t('Program Admin: also looks after the team') },
  ];
}

export function programSettingsPage(facts: ProgramFacts, { form, before, meanwhile }: ProgramTry = FIRST_TRY): ProgramSettingsPage {
  const { user, team, programId, here, idem } = facts;
  return {
    nav: settingsNav(user, here),
    summary: errorSummary(form, ['accepting', 'note', 'teamNavigation', 'email', 'place']),
    name: team.organization,
    links: [
      { href: `/inbound/${programId}`, label: t('Inbound Referrals') },
      { href: `/programs/${programId}`, label: t('Its page in the directory') },
    ],
    claimers: {
      caption: t('Claimers of {{program}}', { program: team.organization }),
      placesHead: t('Role'),
      rows: claimerRows(facts),
      idem,
    },
    invite: inviteForm(form, { action: `${here}/invite`, idem, label: t('Invite as'), places: roles(), here, before }),
    settings: settingsForm(facts, form),
    meanwhile,
  };
}

function settingsForm({ here, idem, team, accepting }: ProgramFacts, form: FormState): ProgramSettingsPage['settings'] {
  const shown = 'accepting' in form.values || 'teamNavigation' in form.values ? form : { ...form, values: valuesOf(team, accepting) };
  const field = fieldIn(shown, 'note');
  return {
    action: here,
    idem,
    version: seenVersion(form, team.version),
    accepting: acceptingField(shown),
    note: {
      ...field,
      label: t('What to say while it accepts none'),
      hint: t('For example “Again from Monday”. Everybody can read it.'),
      optional: true,
      type: 'text',
      maxlength: NOTE_MAX,
      autocomplete: 'off',
    },
    teamNavigation: teamNavigationField(shown, 'Program'),
  };
}

function acceptingField(form: FormState): RadioGroup {
  const { value, ...field } = fieldIn(form, 'accepting');
  return {
    ...field,
    label: t('Accepting referrals'),
    hint: t('The search, the page of the Program and its form say so before anybody writes a referral.'),
    choices: [
      { value: 'on', label: t('Yes'), chosen: value === 'on' },
      {
        value: 'off',
        label: t('Not now'),
        hint: t('Nobody can send one. Those that are here stay, and are answered as before.'),
        chosen: value === 'off',
      },
    ],
  };
}

function valuesOf({ teamNavigation }: Team, { acceptingReferrals, acceptingNote }: Accepting): Record<string, string> {
  return { accepting: acceptingReferrals ? 'on' : 'off', note: acceptingNote ?? '', teamNavigation: teamNavigation ? 'on' : 'off' };
}
