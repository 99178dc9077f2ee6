import { emptyForm, errorSummary, fieldIn, seenVersion, type FormState } from '../components/fields.ts';
import { inviteForm } from '../components/invite-form.ts';
import { settingsNav } from '../components/settings-nav.ts';
import type { PeopleFacts } from '../components/team-people.ts';
import type { UserActor } from '../domain/actor.ts';
import { fullName } from '../domain/display-name.ts';
import { GROUP_NAME_MAX } from '../domain/field-lengths.ts';
import type { Link } from '../http/components.ts';
import type { ErrorSummary, RadioGroup, SelectField, TextField } from '../http/form-components.ts';
import type { InviteForm, NavLink, TeamPeople } from '../http/settings-components.ts';
import type { Invitation } from '../teams/invitation.store.ts';
import type { TeamMember } from '../teams/membership.store.ts';
import type { Worker } from '../teams/site.store.ts';
import type { Team } from '../teams/team.store.ts';
import { memberRows } from './group-members.pages.ts';
import { teamNavigationField } from './team-navigation.pages.ts';
import { t } from '../i18n/translate.ts';

declare module '../http/page.ts' {
  interface Pages {
    'settings/group': GroupPage;
  }
}

export interface GroupPage {
  nav: NavLink[];
  summary: ErrorSummary | null;
  name: string;
  siteName: string;
  /** Back to the Site's page, for its admins. */
  site: Link | null;
  members: TeamPeople;
  /** A Site admin puts Workers of the Site in; null where there is nobody to put in, or not the right. */
  add: { action: string; idem: string; worker: SelectField } | null;
  invite: InviteForm;
  settings: { action: string; idem: string; version: number; name: TextField; teamNavigation: RadioGroup };
  /** What somebody else changed while this form was being filled in. */
  meanwhile: string[];
}

export interface GroupFacts extends PeopleFacts {
  user: UserActor;
  team: Team;
  /** The address of the Site's page; null for a manager. */
  siteHref: string | null;
  members: readonly TeamMember[];
  invitations: readonly Invitation[];
  /** Workers of the Site who are not in the Group; nobody for a manager. */
  others: readonly Worker[];
  idem: string;
}

/** What the last form said and what was wrong with it. */
export interface GroupTry {
  form: FormState;
  before: string | null;
  meanwhile: string[];
}

export const FIRST_TRY: GroupTry = { form: emptyForm, before: null, meanwhile: [] };

function roles(): { value: string; label: string }[] {
  return [
    { value: 'member', label: t('Member') },
    { value: 'admin', label: t('Manager of the Group') },
  ];
}

export function groupPage(facts: GroupFacts, { form, before, meanwhile }: GroupTry = FIRST_TRY): GroupPage {
  const { user, team, here, siteHref, idem } = facts;
  return {
    nav: settingsNav(user, siteHref ?? here),
    summary: errorSummary(form, ['name', 'teamNavigation', 'userId', 'email', 'place']),
    name: team.name,
    siteName: team.organization,
    site: siteHref === null ? null : { href: siteHref, label: t('Group of {{site}}', { site: team.organization }) },
    members: { caption: t('Members of {{group}}', { group: team.name }), placesHead: t('Role'), rows: memberRows(facts), idem },
    add: addForm(facts, form),
    invite: inviteForm(form, { action: `${here}/invite`, idem, label: t('Invite as'), places: roles(), here, before }),
    settings: settingsForm(facts, form),
    meanwhile,
  };
}

function addForm({ here, idem, others }: GroupFacts, form: FormState): GroupPage['add'] {
  if (others.length === 0) return null;
  const { value, ...field } = fieldIn(form, 'userId');
  const options = others.map((one) => ({
    value: one.userId,
    label: fullName(one.firstName, one.lastName),
    chosen: one.userId === value,
  }));
  return { action: `${here}/members`, idem, worker: { ...field, label: t('Worker'), options } };
}

function settingsForm({ here, idem, team }: GroupFacts, form: FormState): GroupPage['settings'] {
  const shown = 'teamNavigation' in form.values || 'name' in form.values ? form : { ...form, values: valuesOf(team) };
  return {
    action: here,
    idem,
    version: seenVersion(form, team.version),
    name: { ...fieldIn(shown, 'name'), label: t('Name of the Group'), type: 'text', maxlength: GROUP_NAME_MAX, autocomplete: 'off' },
    teamNavigation: teamNavigationField(shown, 'Group'),
  };
}

function valuesOf({ name, teamNavigation }: Team): Record<string, string> {
  return { name, teamNavigation: teamNavigation ? 'on' : 'off' };
}
