import { errorSummary, fieldIn, emptyForm, type FormState } from '../components/fields.ts';
import { momentIn } from '../components/dates.ts';
import type { Link } from '../http/components.ts';
import type { ErrorSummary, TextArea } from '../http/form-components.ts';
import type { Confirmation } from '../http/list-components.ts';
import { CLAIMS_A_DAY } from '../domain/claim-policy.ts';
import { t } from '../i18n/translate.ts';
import type { ClaimProgram, OwnClaim } from './claim.store.ts';
import { MESSAGE_MAX } from './claim.forms.ts';

declare module '../http/page.ts' {
  interface Pages {
    'claims/ask': ClaimPage;
    'claims/state': Confirmation;
  }
}

/** "I work here": asking to answer a Program's referrals (R27). */
export interface ClaimPage {
  crumb: Link;
  summary: ErrorSummary | null;
  heading: string;
  intro: string[];
  /** Why the last request was not approved. */
  refused: string | null;
  /** There are Claimers already, who could invite them at once. */
  claimed: string | null;
  action: string;
  idem: string;
  message: TextArea;
}

export interface ClaimFacts {
  program: ClaimProgram;
  /** Their newest request for it. */
  claim: OwnClaim | null;
  idem: string;
}

export function claimPage({ program, claim, idem }: ClaimFacts, form: FormState = emptyForm): ClaimPage {
  const { id, name, organization, claimed } = program;
  return {
    crumb: { href: `/programs/${id}`, label: name },
    summary: errorSummary(form, ['message']),
    heading: t('Do you work at {{program}}?', { program: name }),
    intro: [
      t('Then you can answer the referrals it gets. A person checks each request, perhaps by a call to {{organization}}.', {
        organization,
      }),
      t('What was sent to it before is there for you as soon as you are approved.'),
    ],
    refused: claim?.state === 'refused' ? t('Your last request was not approved: {{reason}}', { reason: claim.reason ?? '' }) : null,
    claimed: claimed
      ? t('Somebody works on its referrals here already. Its Program Admin can invite you, which is faster. You can also ask below.')
      : null,
    action: `/programs/${id}/claim`,
    idem,
    message: {
      ...fieldIn(form, 'message'),
      label: t('How do you belong to it?'),
      hint: t('Your job there, and a phone number at work where somebody can check.'),
      rows: 4,
      maxlength: MESSAGE_MAX,
    },
  };
}

/** For somebody who is not signed in: what it is about, and the way in. */
export function signInToClaimPage({ id, name }: ClaimProgram): Confirmation {
  return {
    heading: t('Do you work at {{program}}?', { program: name }),
    paragraphs: [t('Then you can answer the referrals it gets. Sign in first, so that we know who asks.')],
    next: [
      t('Sign in, or create an account and confirm your address.'),
      t('Say how you belong to the program.'),
      t('Somebody checks it and lets you in.'),
    ],
    main: { href: `/login?returnTo=${encodeURIComponent(`/programs/${id}/claim`)}`, label: t('Sign in') },
    plain: { href: `/signup?returnTo=${encodeURIComponent(`/programs/${id}/claim`)}`, label: t('Create an account') },
  };
}

/** After many in one day. */
export function tooManyWords(): string {
  return t('You asked for {{count, number}} Programs today. Ask for this one tomorrow.', { count: CLAIMS_A_DAY });
}

export function waitingPage({ id, name }: ClaimProgram, claim: OwnClaim, again: boolean, timeZone: string): Confirmation {
  const { date } = momentIn(timeZone, claim.createdAt);
  return {
    heading: t(again ? 'You have asked already' : 'Your request is on its way'),
    paragraphs: [
      t('You asked on {{date}} to answer the referrals of {{program}}. Nobody has decided it yet; there is nothing more to do.', {
        date,
        program: name,
      }),
    ],
    next: [t('Somebody checks that you work there, perhaps by calling the program.'), t('You get an email when it is decided.')],
    main: { href: '/settings/claims', label: t('See your requests') },
    plain: { href: `/programs/${id}`, label: t('Back to {{place}}', { place: name }) },
  };
}

export function worksTherePage({ id, name }: ClaimProgram): Confirmation {
  return {
    heading: t('You answer the referrals of {{program}}', { program: name }),
    paragraphs: [t('There is nothing to ask for: you are one of its Claimers.')],
    next: [],
    main: { href: `/inbound/${id}`, label: t('Inbound Referrals') },
    plain: { href: `/programs/${id}`, label: t('Back to {{place}}', { place: name }) },
  };
}
