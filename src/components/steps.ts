import type { Steps } from '../http/referral-components.ts';
import { LOOP_STEPS, loopTimes, type LoopFacts, type LoopStep } from '../domain/loop-steps.ts';
import { categoryOf } from '../domain/referral-status.ts';
import { t } from '../i18n/translate.ts';
import { momentIn } from './dates.ts';
import { elapsedWords } from './elapsed.ts';

/** Who did each step, as history tells it: "Maria G., Fair Oaks Center". */
export type StepDoers = Partial<Record<LoopStep, string>>;

const NAMES: Record<LoopStep, () => string> = {
  sent: () => t('Sent'),
  seen: () => t('Seen'),
  acted: () => t('Acted on'),
  outcome: () => t('Outcome'),
};

/** The ring unrolled: sent, seen, acted on, outcome, with when and who (R4). */
export function stepsOf(facts: LoopFacts, doers: StepDoers, { timeZone, now }: { timeZone: string; now: Date }): Steps {
  const times = loopTimes(facts);
  const waiting = t('Not yet. {{elapsed}} since it was sent', { elapsed: elapsedWords(facts.sentAt, now) });
  return {
    category: categoryOf(facts.status),
    steps: LOOP_STEPS.map((step) => {
      const at = times[step];
      // Somebody else acted, and the Program never looked (R6): nobody did this step.
      const unseen = step === 'seen' && at !== null && facts.seenAt === null;
      return {
        name: NAMES[step](),
        done: at !== null && !unseen,
        at: at && !unseen ? momentIn(timeZone, at) : null,
        line: unseen ? t('The Program has not opened it') : at ? (doers[step] ?? null) : step === 'outcome' ? waiting : t('Not yet'),
      };
    }),
  };
}
