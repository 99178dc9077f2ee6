import { plainStatus, seekerAnswer, withdrawnWords, type FailedAnswer, type PlainStatus } from '../components/answer-form.ts';
import { phoneHref, phoneText } from '../components/contact.ts';
import { momentIn } from '../components/dates.ts';
import { errorSummary } from '../components/fields.ts';
import { plainHistory } from '../components/history.ts';
import { writtenBy } from '../components/written-by.ts';
import type { AnswerForm, Link } from '../http/components.ts';
import type { ErrorSummary } from '../http/form-components.ts';
import type { HistoryEntry } from '../http/referral-components.ts';
import { plainConsent } from '../components/consent.ts';
import type { PlainConsent } from '../http/list-components.ts';
import { t } from '../i18n/translate.ts';
import { plainChainLines, type PlainChainLine } from './referral-chain.pages.ts';
import type { ReferralFacts } from './referral.pages.ts';
import type { ReferralDetail } from './referral.store.ts';

declare module '../http/page.ts' {
  interface Pages {
    'referrals/show-own': OwnReferralPage;
  }
}

/** A referral as the Seeker it is about sees it: status, comment and history, in plain words (R12). */
export interface OwnReferralPage {
  id: string;
  programName: string;
  errors: ErrorSummary | null;
  status: PlainStatus;
  since: string;
  quote: string | null;
  by: string;
  phone: Link | null;
  chain: PlainChainLine[];
  /** What they agreed to before it was sent (R23). */
  consent: PlainConsent | null;
  /** Null once it was withdrawn: there is nothing to answer. */
  answer: AnswerForm | null;
  history: HistoryEntry[];
  wholeHistory: Link | null;
}

type OwnFacts = Pick<ReferralFacts, 'referral' | 'history' | 'more' | 'failed' | 'returnTo' | 'timeZone' | 'formKey' | 'chain' | 'consent'>;

export function ownReferralPage(facts: OwnFacts): OwnReferralPage {
  const { referral, history, more, failed, timeZone } = facts;
  const { date, time } = momentIn(timeZone, referral.statusChangedAt);
  const { programPhone: phone, withdrawal } = referral;
  return {
    id: referral.id,
    programName: referral.programName,
    errors: failed && errorSummary({ values: {}, errors: { 'answer-status': failed.error } }, withdrawal ? [] : ['answer-status']),
    status: plainStatus(referral.status, referral.seenAt !== null, referral),
    since: withdrawal ? withdrawnWords(withdrawal, timeZone) : t('since {{date}}, {{time}}', { date, time }),
    quote: referral.comment || null,
    by: writtenBy(referral, timeZone),
    phone: phone ? { href: phoneHref(phone), label: phoneText(phone) } : null,
    chain: plainChainLines(facts.chain, timeZone),
    consent: facts.consent && plainConsent(facts.consent, timeZone),
    answer: withdrawal ? null : answerOf(referral, facts, failed),
    history: plainHistory(history, timeZone),
    wholeHistory: more ? { href: `/referrals/${referral.id}?history=all#history`, label: t('Show all that happened') } : null,
  };
}

function answerOf(referral: ReferralDetail, { returnTo, formKey }: OwnFacts, failed: FailedAnswer | null): AnswerForm {
  return seekerAnswer({
    id: 'answer',
    action: `/referrals/${referral.id}/status`,
    version: referral.version,
    formKey,
    hidden: [{ name: 'returnTo', value: returnTo }],
    after: t('The people who help you will see your answer. You can change it at any time.'),
    failed,
  });
}
