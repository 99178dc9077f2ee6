import { emptyForm, errorSummary, fieldIn, type FormState } from '../components/fields.ts';
import { inviteForm } from '../components/invite-form.ts';
import { settingsNav } from '../components/settings-nav.ts';
import type { PeopleFacts } from '../components/team-people.ts';
import type { UserActor } from '../domain/actor.ts';
import { GROUP_NAME_MAX } from '../domain/field-lengths.ts';
import type { Link } from '../http/components.ts';
import type { ErrorSummary, TextField } from '../http/form-components.ts';
import type { InviteForm, NavLink, TeamPeople } from '../http/settings-components.ts';
import type { Invitation } from '../teams/invitation.store.ts';
import type { Group, Worker } from '../teams/site.store.ts';
import { workerRows } from './site-workers.pages.ts';
import { t } from '../i18n/translate.ts';

declare module '../http/page.ts' {
  interface Pages {
    'settings/site': SitePage;
  }
}

export interface SitePage {
  nav: NavLink[];
  summary: ErrorSummary | null;
  siteName: string;
  /** "4 Workers, 1 invited". */
  tally: string;
  workers: TeamPeople;
  invite: InviteForm;
  groups: GroupRow[];
  newGroup: { action: string; idem: string; name: TextField };
  /** Who has looked at the people its Workers help (R15). */
  looks: Link;
}

interface GroupRow {
  href: string;
  name: string;
  members: string;
  /** "On" or "Off". */
  teamNavigation: string;
}

export interface SiteFacts extends PeopleFacts {
  user: UserActor;
  siteId: string;
  siteName: string;
  workers: readonly Worker[];
  invitations: readonly Invitation[];
  groups: readonly Group[];
  idem: string;
}

/** What the last form said and what was wrong with it; `before` is the invitation somebody had already. */
export interface SiteTry {
  form: FormState;
  before: string | null;
}

export const FIRST_TRY: SiteTry = { form: emptyForm, before: null };

export function sitePage(facts: SiteFacts, { form, before }: SiteTry = FIRST_TRY): SitePage {
  const { user, here, siteName, groups, idem } = facts;
  const wishes = { action: `${here}/invite`, idem, label: t('Invite as'), places: placesOf(facts), here, before };
  return {
    nav: settingsNav(user, here),
    summary: errorSummary(form, ['email', 'place', 'name']),
    siteName,
    tally: tallyOf(facts),
    workers: { caption: t('Workers of {{site}}', { site: siteName }), placesHead: t('Groups'), rows: workerRows(facts), idem },
    invite: inviteForm(form, wishes),
    groups: groups.map(groupRow),
    looks: { href: `${here}/looks`, label: t('Who has looked') },
    newGroup: {
      action: `${here}/groups`,
      idem,
      name: { ...fieldIn(form, 'name'), label: t('Name of the Group'), type: 'text', maxlength: GROUP_NAME_MAX, autocomplete: 'off' },
    },
  };
}

function placesOf({ groups, siteName }: SiteFacts): { value: string; label: string }[] {
  const inGroup = groups.map(({ teamId, name }) => ({ value: teamId, label: t('Worker in {{group}}', { group: name }) }));
  return [...inGroup, { value: 'admin', label: t('Site admin of {{site}}', { site: siteName }) }];
}

function tallyOf({ workers, invitations }: SiteFacts): string {
  const active = workers.filter((one) => one.deactivatedAt === null).length;
  const off = workers.length - active;
  return [
    t('{{count, number}} active', { count: active }),
    ...(invitations.length > 0 ? [t('{{count, number}} invited', { count: invitations.length })] : []),
    ...(off > 0 ? [t('{{count, number}} deactivated', { count: off })] : []),
  ].join(', ');
}

function groupRow({ teamId, name, members, teamNavigation }: Group): GroupRow {
  return {
    href: `/settings/groups/${teamId}`,
    name,
    members: t('{{count, number}} members', { count: members }),
    teamNavigation: t(teamNavigation ? 'On' : 'Off'),
  };
}
