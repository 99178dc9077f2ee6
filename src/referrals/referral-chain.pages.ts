import { plainStatus } from '../components/answer-form.ts';
import { momentIn } from '../components/dates.ts';
import type { HistoryFacts } from '../components/history.ts';
import { statusView } from '../components/status-view.ts';
import type { Link } from '../http/components.ts';
import { t } from '../i18n/translate.ts';
import type { ChainLink } from './referral-chain.store.ts';

/** One line: "Taken further to Fair Oaks, sent 3 Dec 2026, now Pending". */
export interface ChainLine {
  referralId: string;
  words: string;
  program: Link;
  /** ", sent 3 Dec 2026, now ": between the Program and the status. */
  sent: string;
  status: { value: string; words: string };
}

/** For those who help: both ends say where the other is and how it stands. */
export function chainLines(chain: readonly ChainLink[], timeZone: string): ChainLine[] {
  return chain.map((link) => {
    const words = link.onward ? t('Taken further to') : t('Continues the referral to');
    const label = link.withdrawal ? t('Withdrawn') : statusView(link.status, link.seen).label;
    return lineOf(link, words, `${t(', sent {{date}}, now', { date: dateOf(link, timeZone) })} `, label);
  });
}

/** For the Seeker, in plain words. */
export function plainChainLines(chain: readonly ChainLink[], timeZone: string): ChainLine[] {
  return chain.map((link) => {
    const words = link.onward ? t('We asked another program for you:') : t('This follows your referral to');
    return lineOf(link, words, ` (${dateOf(link, timeZone)}). `, plainStatus(link.status, link.seen, link.withdrawal).words);
  });
}

function dateOf({ createdAt }: ChainLink, timeZone: string): string {
  return momentIn(timeZone, createdAt).date;
}

function lineOf(link: ChainLink, words: string, sent: string, status: string): ChainLine {
  return {
    referralId: link.id,
    words,
    program: { href: `/referrals/${link.id}`, label: link.programName },
    sent,
    status: { value: link.status, words: status },
  };
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
