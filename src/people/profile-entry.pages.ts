import { momentIn, type Moment } from '../components/dates.ts';
import { statusControl, type StatusFacts } from '../components/status-control.ts';
import { allowedStatuses } from '../domain/referral-policy.ts';
import type { StatusControl } from '../http/components.ts';
import type { GoalControl } from '../http/note-components.ts';
import { t } from '../i18n/translate.ts';
import { nameIn } from './person-panel.pages.ts';
import { entryGoal } from './profile-work.pages.ts';
import type { ProfileFacts } from './profile.pages.ts';
import type { LastMove, ProfileReferral } from './profile.store.ts';

export interface ProfileEntry {
  /** Unique on the page: a referral may stand in both lists. */
  rowId: string;
  referralId: string;
  href: string;
  program: string;
  comment: string;
  by: string | null;
  sent: Moment;
  control: StatusControl;
  /** Outbound only: the Program sees no Goals (R11). */
  goal: GoalControl | null;
}

/** A referral in one of the two lists: what was asked, from whom, and the status one may set (R17). */
export function entryOf(referral: ProfileReferral, facts: ProfileFacts, list: 'out' | 'in'): ProfileEntry {
  const { reader, timeZone, now, formKey, profile } = facts;
  const { id, lastMove } = referral;
  const control = statusControl(
    {
      ...referral,
      referralId: id,
      seekerName: nameIn(profile),
      seen: referral.seenAt !== null,
      ...lastWords(lastMove, reader.userId),
      allowed: allowedStatuses(referral.sides),
    },
    { returnTo: `/people/${profile.seekerId}#${list}-${id}`, timeZone, now, formKey: formKey() },
  );
  return {
    rowId: `${list}-${id}`,
    referralId: id,
    href: `/referrals/${id}`,
    program: referral.programName,
    comment: referral.comment,
    by: byWords(referral, reader.userId, list),
    sent: momentIn(timeZone, referral.createdAt),
    control: { ...control, id: `status-${list}-${id}` },
    goal: list === 'out' ? entryGoal(referral, facts) : null,
  };
}

function byWords({ source, madeById, makerName, makerOrganization }: ProfileReferral, reader: string, list: 'out' | 'in'): string | null {
  if (source === 'self') return t('Asked for help themselves');
  if (list === 'out' && madeById === reader) return null;
  return t('From {{who}}', { who: [makerName, makerOrganization].filter(Boolean).join(', ') });
}

function lastWords(move: LastMove | null, reader: string): Pick<StatusFacts, 'lastReason' | 'lastActor' | 'lastVia' | 'lastOrganization'> {
  if (!move) return { lastReason: null, lastActor: null, lastVia: null, lastOrganization: null };
  const lastActor = move.actorUserId === reader ? t('You') : move.actorName;
  return { lastReason: move.reason, lastActor, lastVia: move.via, lastOrganization: null };
}
