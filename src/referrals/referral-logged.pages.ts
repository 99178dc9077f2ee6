import { phoneHref, phoneText } from '../components/contact.ts';
import { elapsedWords } from '../components/elapsed.ts';
import { RING_HEADLINES, type Ring } from '../domain/ring.ts';
import type { Steps } from '../http/referral-components.ts';
import { t } from '../i18n/translate.ts';
import type { DeliveryLine } from './referral-delivery.pages.ts';
import type { ReferralDetail } from './referral.store.ts';

/** The sentence above the status. A referral that nobody was told of is kept, not sent (R28). */
export function headlineWords(ring: Ring, { told }: Pick<ReferralDetail, 'told'>): string {
  if (ring === 'sent' && !told) return t('Logged, not sent. Nobody there gets email yet.');
  return t(RING_HEADLINES[ring]);
}

/** The steps of the loop, the first by its true name. */
export function namedSteps(steps: Steps, { told, createdAt }: Pick<ReferralDetail, 'told' | 'createdAt'>, now: Date): Steps {
  if (told) return steps;
  const waiting = t('Not yet. {{elapsed}} since it was logged', { elapsed: elapsedWords(createdAt, now) });
  const last = steps.steps.length - 1;
  return {
    ...steps,
    steps: steps.steps.map((step, at) => {
      if (at === 0) return { ...step, name: t('Logged') };
      return at === last && !step.done ? { ...step, line: waiting } : step;
    }),
  };
}

export function loggedLine({ programName, programPhone }: Pick<ReferralDetail, 'programName' | 'programPhone'>): DeliveryLine {
  const call = programPhone ? { href: phoneHref(programPhone), label: t('Call {{phone}}', { phone: phoneText(programPhone) }) } : null;
  const what = call ? t('Tell them by phone.') : t('Call or visit them.');
  const state = t('Logged. Nobody at {{program}} gets email from here yet. {{what}}', { program: programName, what });
  return { to: t('To the Program'), state, failed: true, call };
}
