import { phoneHref, phoneText } from '../components/contact.ts';
import { RING_HEADLINES, type Ring } from '../domain/ring.ts';
import type { Steps } from '../http/referral-components.ts';
import type { Delivery } from '../mail/email-delivery.store.ts';
import type { DeliveryLine } from './referral-delivery.pages.ts';
import type { ReferralDetail } from './referral.store.ts';

/** Nobody at the Program was mailed, and nobody has come since who could read it: the referral is kept, not sent (R28). */
export function isLogged({ claimed }: Pick<ReferralDetail, 'claimed'>, deliveries: readonly Pick<Delivery, 'party'>[]): boolean {
  return !claimed && !deliveries.some(({ party }) => party === 'program');
}

type Facts = { referral: Pick<ReferralDetail, 'claimed'>; deliveries: readonly Pick<Delivery, 'party'>[] };

/** The sentence above the status. */
export function headlineWords(ring: Ring, { referral, deliveries }: Facts): string {
  if (ring === 'sent' && isLogged(referral, deliveries)) return 'Logged, not sent. Nobody there gets email yet.';
  return RING_HEADLINES[ring];
}

/** The steps of the loop, the first by its true name. */
export function namedSteps(steps: Steps, { referral, deliveries }: Facts): Steps {
  if (!isLogged(referral, deliveries)) return steps;
  const renamed = steps.steps.map((step, at) => (at === 0 ? { ...step, name: 'Logged' } : step));
  return {
    ...steps,
    steps: renamed.map((step) => ({ ...step, line: step.line?.replace('since it was sent', 'since it was logged') ?? null })),
  };
}

export function loggedLine({ programName, programPhone }: Pick<ReferralDetail, 'programName' | 'programPhone'>): DeliveryLine {
  const call = programPhone ? { href: phoneHref(programPhone), label: `Call ${phoneText(programPhone)}` } : null;
  const what = call ? 'Tell them by phone.' : 'Call or visit them.';
  return { to: 'To the Program', state: `Logged. Nobody at ${programName} gets email from here yet. ${what}`, failed: true, call };
}
