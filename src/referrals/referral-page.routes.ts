import type { Request, Response } from 'express';
import type { FailedAnswer } from '../components/answer-form.ts';
import type { UserActor } from '../domain/actor.ts';
import { readersZone } from '../domain/reader-zone.ts';
import { isHelper, isReferringSide } from '../domain/referral-policy.ts';
import type { Deps } from '../deps.ts';
import { newFormKey, newFormKeys } from '../http/form-key.ts';
import { speakToSeeker } from '../http/language.ts';
import { deliveryFor } from '../mail/email-delivery.store.ts';
import { t } from '../i18n/translate.ts';
import { consentOf } from './consent.store.ts';
import { historyOf, milestonesOf } from './history.store.ts';
import { ownReferralPage } from './own-referral.pages.ts';
import { withDestinations } from './referral-chain.pages.ts';
import { chainOf } from './referral-chain.store.ts';
import { referralPage } from './referral.pages.ts';
import { workHistory } from './referral-work.pages.ts';
import { referralWork, type ReferralWork } from './referral-work.store.ts';
import type { ReferralDetail } from './referral.store.ts';

export interface ShownReferral {
  user: UserActor;
  referral: ReferralDetail;
  /** After a status that could not be saved: the same page, 422, with what was chosen and written. */
  failed: FailedAnswer | null;
  /** What stands in the form for a note already. */
  note?: string;
  returnTo: string;
}

/** Sends the referral's page, as the reader's sides may see it. */
export async function sendReferralPage(deps: Deps, req: Request, res: Response, shown: ShownReferral): Promise<void> {
  if (!isHelper(shown.referral.sides)) speakToSeeker(req);
  const limit = req.query['history'] === 'all' ? MOST_HISTORY : SHORT_HISTORY;
  const { user, referral } = shown;
  const [events, work, chain, consent] = await Promise.all([
    historyOf(deps.db, referral, limit + 1),
    referralWork(deps.db, user, referral, limit + 1),
    chainOf(deps.db, user, referral.id),
    consentOf(deps.db, referral),
  ]);
  const found = workHistory(withDestinations(events, chain), work);
  const facts = {
    ...shown,
    work,
    chain,
    consent,
    history: found.slice(0, limit),
    more: found.length > limit,
    timeZone: readersZone(user, deps.config),
    hoursZone: deps.config.timeZone,
    now: deps.clock.now(),
    formKey: newFormKey(),
  };
  if (isHelper(shown.referral.sides)) await sendToHelper(deps, res, facts);
  else
    await res.page('referrals/show-own', ownReferralPage(facts), {
      ...answerTo(shown, t('Your page')),
      layout: 'seeker',
      shell: { exit: true },
    });
}

const SHORT_HISTORY = 100;
const MOST_HISTORY = 5_000;

type CommonFacts = Parameters<typeof ownReferralPage>[0] & ShownReferral & { now: Date; hoursZone: string; work: ReferralWork };

async function sendToHelper({ db }: Deps, res: Response, facts: CommonFacts): Promise<void> {
  const { referral, user } = facts;
  const [milestones, deliveries] = await Promise.all([milestonesOf(db, referral), deliveryFor(db, referral)]);
  const page = referralPage({ ...facts, note: facts.note ?? '', milestones, deliveries, userId: user.userId, formKeys: newFormKeys() });
  // The tab and the browser's history name nobody (P-03).
  await res.page('referrals/show', page, {
    ...answerTo(facts, t('Referral')),
    area: isReferringSide(referral.sides) ? '/people' : '/inbound',
  });
}

function answerTo({ failed }: ShownReferral, title: string): { title: string; status: number } {
  return failed ? { title: t('Error: {{title}}', { title }), status: 422 } : { title, status: 200 };
}
