import { momentIn } from '../components/dates.ts';
import { ask, invitationRow, press } from '../components/team-people.ts';
import { fullName } from '../domain/display-name.ts';
import type { PersonRow, RowAct } from '../http/settings-components.ts';
import type { Worker } from '../teams/site.store.ts';
import type { SiteFacts } from './site.pages.ts';

/** Who works here, then who is asked to, then who is deactivated. */
export function workerRows(facts: SiteFacts): PersonRow[] {
  const { workers, invitations } = facts;
  const invited = invitations.map((one) => invitationRow(one, one.groupName ?? 'Site admin', facts));
  const rows = (some: readonly Worker[]): PersonRow[] => some.map((one) => workerRow(one, facts));
  return [...rows(workers.filter((one) => !one.deactivatedAt)), ...invited, ...rows(workers.filter((one) => one.deactivatedAt))];
}

function workerRow(worker: Worker, facts: SiteFacts): PersonRow {
  const { firstName, lastName, email, isAdmin, groups, deactivatedAt } = worker;
  const inGroups = groups.map((one) => ({
    label: one.manages ? `${one.name} (manager)` : one.name,
    href: `/settings/groups/${one.teamId}`,
  }));
  return {
    name: fullName(firstName, lastName),
    email,
    places: [...(isAdmin ? [{ label: 'Site admin', href: null }] : []), ...inGroups],
    state: deactivatedAt ? 'Deactivated' : 'Active',
    note: deactivatedAt ? `Since ${momentIn(facts.timeZone, deactivatedAt).date}` : null,
    off: deactivatedAt !== null,
    acts: actsOn(worker, facts),
  };
}

function actsOn({ userId, isAdmin, deactivatedAt }: Worker, { here }: SiteFacts): RowAct[] {
  const place = `${here}/workers/${userId}`;
  if (deactivatedAt) return [press('Reactivate', `${place}/reactivate`)];
  return [ask('Deactivate', `${place}/deactivate`), ...(isAdmin ? [ask('End Site admin', `${here}/admins/${userId}/remove`)] : [])];
}
