import { momentIn } from '../components/dates.ts';
import { errorSummary, fieldIn, type FormState } from '../components/fields.ts';
import { whoLine } from '../components/history.ts';
import type { Link } from '../http/components.ts';
import type { ErrorSummary, TextArea } from '../http/form-components.ts';
import type { Pair } from '../http/list-components.ts';
import type { MeanwhileChange } from '../domain/errors.ts';
import { REASON_MAX } from '../domain/field-lengths.ts';
import { labelOf } from '../domain/referral-status.ts';
import { seekerFor } from '../domain/referral-policy.ts';
import { mayWithdraw } from '../domain/withdrawal.ts';
import { t } from '../i18n/translate.ts';
import { crumbsThrough } from './referral-crumbs.pages.ts';
import { seekerNameFor } from './referral-names.ts';
import type { ReferralDetail } from './referral.store.ts';

declare module '../http/page.ts' {
  interface Pages {
    'referrals/withdraw': WithdrawPage;
  }
}

/** Before a referral is withdrawn: what that does, and why it is done. */
export interface WithdrawPage {
  crumbs: Link[];
  errors: ErrorSummary | null;
  /** What somebody else did to it while its maker was deciding (R5). */
  meanwhile: string[];
  pairs: Pair[];
  /** Null where there is nothing to withdraw; then `instead` says why. */
  form: { action: string; version: number; idem: string; reason: TextArea } | null;
  instead: string | null;
  /** What its maker wrote, where there is no field for it any more. */
  wrote: string | null;
  effects: string[];
  back: Link;
}

export interface WithdrawFacts {
  referral: ReferralDetail;
  form: FormState;
  meanwhile: readonly MeanwhileChange[];
  /** Why it cannot be withdrawn, in the words of the service. */
  impossible: string;
  timeZone: string;
  formKey: string;
}

export function withdrawPage(facts: WithdrawFacts): WithdrawPage {
  const { referral, form, meanwhile, impossible, timeZone, formKey } = facts;
  const here = `/referrals/${referral.id}`;
  const may = mayWithdraw(referral.sides, referral);
  const name = seekerNameFor(referral);
  return {
    crumbs: crumbsThrough(referral),
    errors: errorSummary(form, ['reason']),
    meanwhile: meanwhile.map((change) => meanwhileLine(change, timeZone)),
    pairs: [
      { label: t('Seeker'), value: name },
      { label: t('Program'), value: referral.programName },
      { label: t('Status now'), value: t(labelOf(referral.status)) },
    ],
    form: may ? { action: `${here}/withdraw`, version: referral.version, idem: formKey, reason: reasonField(referral, form) } : null,
    instead: may ? null : t(impossible),
    wrote: may || !form.values['reason'] ? null : t('You wrote: “{{reason}}”', { reason: form.values['reason'] }),
    effects: may ? effectsOf(referral) : [],
    back: { href: here, label: may ? t('Keep it') : t('Back to the referral') },
  };
}

function reasonField(referral: ReferralDetail, form: FormState): TextArea {
  const hint = t('{{name}} and the Program can read it.', { name: seekerFor(referral).firstName });
  return { ...fieldIn(form, 'reason'), label: t('Why do you withdraw it?'), hint, rows: 3, maxlength: REASON_MAX };
}

function effectsOf(referral: ReferralDetail): string[] {
  const { firstName } = seekerFor(referral);
  const quiet = referral.preference === 'dont_reach_out' || referral.profilePreference === 'dont_reach_out';
  return [
    t('The status becomes “No longer interested”, and nobody can change it after that.'),
    quiet
      ? t('The Program is told by email, without any name. {{name}} is not: they asked not to be reached.', { name: firstName })
      : t('The Program and {{name}} are told by email, as far as they want mail. The email names nobody.', { name: firstName }),
    t('The links in emails about this referral stop working.'),
    t('History keeps that you withdrew it, and why. You cannot undo this; you can send a new referral.'),
  ];
}

function meanwhileLine({ by, organization, to, reason, at }: MeanwhileChange, timeZone: string): string {
  const { date, time } = momentIn(timeZone, at);
  const why = reason ? ` “${reason}”` : '';
  const words = { who: whoLine(by, organization), status: t(labelOf(to)), date, time };
  return `${t('{{who}}, changed the status to {{status}} on {{date}}, {{time}}.', words)}${why}`;
}
