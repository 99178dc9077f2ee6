import { ask, invitationRow, memberRow, press } from '../components/team-people.ts';
import type { PersonRow, RowAct } from '../http/settings-components.ts';
import type { TeamMember } from '../teams/membership.store.ts';
import type { GroupFacts } from './group.pages.ts';
import { t } from '../i18n/translate.ts';

/** The members of a Group, and who is asked to become one. */
export function memberRows(facts: GroupFacts): PersonRow[] {
  const members = facts.members.map((one) => memberRow(one, roleWords(one.role), actsOn(one, facts), facts));
  const invited = facts.invitations.map((one) => invitationRow(one, roleWords(one.role), facts));
  return [...members, ...invited];
}

function roleWords(role: TeamMember['role']): string {
  return t(role === 'admin' ? 'Manager' : 'Member');
}

function actsOn({ userId, role, deactivated }: TeamMember, { here }: GroupFacts): RowAct[] {
  const place = `${here}/members/${userId}`;
  const remove = ask(t('Remove'), `${place}/remove`);
  if (deactivated) return [remove];
  const [label, to] = role === 'admin' ? [t('Make member'), 'member'] : [t('Make manager'), 'admin'];
  return [press(label, `${place}/role`, [{ name: 'role', value: to }]), remove];
}
