import { plainStatus } from '../components/answer-form.ts';
import { momentIn } from '../components/dates.ts';
import type { HistoryFacts } from '../components/history.ts';
import { statusView } from '../components/status-view.ts';
import type { Link, StatusView } from '../http/components.ts';
import { t } from '../i18n/translate.ts';
import type { ChainLink } from './referral-chain.store.ts';

/** One end of a referral that was taken further, for those who help: "Taken further to Fair Oaks", "Pending", "Sent 3 Dec 2026". */
export interface ChainLine {
  referralId: string;
  words: string;
  program: Link;
  status: StatusView;
  sent: string;
}

/** The same in a Seeker's plain words: "We asked another program for you: Fair Oaks (3 Dec 2026). They are working on it." */
export interface PlainChainLine {
  referralId: string;
  words: string;
  program: Link;
  /** " (3 Dec 2026). ": between the Program and the status. */
  sent: string;
  status: { value: string; words: string };
}

/** Both ends say where the other is and how it stands. */
export function chainLines(chain: readonly ChainLink[], timeZone: string): ChainLine[] {
  return chain.map((link) => {
    const words = link.onward ? t('Taken further to') : t('Continues the referral to');
    const status = statusView(link.status, link.seen);
    const label = link.withdrawal ? t('Withdrawn') : status.label;
    return { ...placeOf(link), words, status: { ...status, label }, sent: t('Sent {{date}}', { date: dateOf(link, timeZone) }) };
  });
}

export function plainChainLines(chain: readonly ChainLink[], timeZone: string): PlainChainLine[] {
  return chain.map((link) => {
    const words = link.onward ? t('We asked another program for you:') : t('This follows your referral to');
    const status = { value: link.status, words: plainStatus(link.status, link.seen, { withdrawal: link.withdrawal }).words };
    return { ...placeOf(link), words, sent: ` (${dateOf(link, timeZone)}). `, status };
  });
}

function dateOf({ createdAt }: ChainLink, timeZone: string): string {
  return momentIn(timeZone, createdAt).date;
}

function placeOf({ id, programName }: ChainLink): Pick<ChainLine, 'referralId' | 'program'> {
  return { referralId: id, program: { href: `/referrals/${id}`, label: programName } };
}

/** The entries "forwarded" with the Program it went to, for readers who see that referral; others read that it was forwarded (R6, R13). */
export function withDestinations<E extends HistoryFacts & { actorUserId: string | null }>(
  events: readonly E[],
  chain: readonly ChainLink[],
): (E & { takenTo: string | null })[] {
  return events.map((event) => {
    const to = event.kind === 'forwarded' ? chain.find((link) => link.onward && isOfEvent(link, event)) : undefined;
    return { ...event, takenTo: to?.programName ?? null };
  });
}

/** The new referral and the entry are written in one transaction, by the same person at the same moment. */
function isOfEvent(link: ChainLink, event: HistoryFacts & { actorUserId: string | null }): boolean {
  return link.madeById === event.actorUserId && link.createdAt.getTime() === event.createdAt.getTime();
}
