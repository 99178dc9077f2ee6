import { momentIn } from '../components/dates.ts';
import { ask, invitationRow, press } from '../components/team-people.ts';
import { fullName } from '../domain/display-name.ts';
import type { PersonRow, RowAct } from '../http/settings-components.ts';
import type { Worker } from '../teams/site.store.ts';
import type { SiteFacts } from './site.pages.ts';
import { t } from '../i18n/translate.ts';

/** Who works here, then who is asked to, then who is deactivated. */
export function workerRows(facts: SiteFacts): PersonRow[] {
  const { workers, invitations } = facts;
  const invited = invitations.map((one) => invitationRow(one, one.groupName ?? t('Site admin'), facts));
  const rows = (some: readonly Worker[]): PersonRow[] => some.map((one) => workerRow(one, facts));
  return [...rows(workers.filter((one) => !one.deactivatedAt)), ...invited, ...rows(workers.filter((one) => one.deactivatedAt))];
}

function workerRow(worker: Worker, facts: SiteFacts): PersonRow {
  const { firstName, lastName, email, isAdmin, groups, deactivatedAt } = worker;
  const inGroups = groups.map((one) => ({
    label: one.manages ? t('{{group}} (manager)', { group: one.name }) : one.name,
    href: `/settings/groups/${one.teamId}`,
  }));
  return {
    name: fullName(firstName, lastName),
    email,
    places: [...(isAdmin ? [{ label: t('Site admin'), href: null }] : []), ...inGroups],
    state: t(deactivatedAt ? 'Deactivated' : 'Active'),
    note: deactivatedAt ? offSince(deactivatedAt, worker, facts) : null,
    off: deactivatedAt !== null,
    acts: actsOn(worker, facts),
  };
}

function offSince(deactivatedAt: Date, { closedByOperator }: Worker, { timeZone }: SiteFacts): string {
  const { date } = momentIn(timeZone, deactivatedAt);
  return closedByOperator
    ? t('Since {{date}}, by whoever runs Throughline here: ask them to reactivate it', { date })
    : t('Since {{date}}', { date });
}

function actsOn({ userId, isAdmin, deactivatedAt, closedByOperator }: Worker, { here }: SiteFacts): RowAct[] {
  const place = `${here}/workers/${userId}`;
  if (closedByOperator) return [];
  if (deactivatedAt) return [press(t('Reactivate'), `${place}/reactivate`)];
  return [ask(t('Deactivate'), `${place}/deactivate`), ...(isAdmin ? [ask(t('End Site admin'), `${here}/admins/${userId}/remove`)] : [])];
}
