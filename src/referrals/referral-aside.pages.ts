import { phoneHref, phoneText, reachOf } from '../components/contact.ts';
import { directoryNames } from '../components/directory-words.ts';
import { consentRecord, type ConsentRecord } from '../components/consent.ts';
import type { Link } from '../http/components.ts';
import type { Icon, Reach } from '../http/list-components.ts';
import { localMoment } from '../domain/opening-hours.ts';
import { openStateText } from '../components/hours.ts';
import { openState } from '../domain/open-state.ts';
import { isReferringSide, maySeeContact, seekerFor } from '../domain/referral-policy.ts';
import { mayForward, mayWithdraw } from '../domain/withdrawal.ts';
import { spokenLanguageName } from '../domain/spoken-language.ts';
import { t } from '../i18n/translate.ts';
import { audienceWords } from './referral-audience.pages.ts';
import { deliveryLines, preferenceFor, type DeliveryLine } from './referral-delivery.pages.ts';
import { seekerNameFor } from './referral-names.ts';
import type { ReferralDetail } from './referral.store.ts';
import type { ReferralFacts } from './referral.pages.ts';

/** The facts beside a referral. */
export interface ReferralAside {
  /** One press to reach the Seeker or the Program. */
  quick: (Link & { icon: Icon })[];
  seeker: { name: string; href: string; reach: Reach; line: string | null };
  program: { name: string; href: string; lines: string[]; phone: Link | null };
  mail: DeliveryLine[];
  consent: ConsentRecord | null;
  audience: string;
  /** What else may be done with it: take it to another Program, withdraw it. */
  acts: Link[];
}

export function referralAside(facts: ReferralFacts): ReferralAside {
  const { referral, timeZone } = facts;
  const here = localMoment(facts.now, facts.hoursZone);
  const { seeker, quick } = seekerPart(referral);
  const phone = referral.programPhone;
  const hours = openStateText(openState(referral.programHours, here), here);
  return {
    quick: [...quick, ...programQuick(referral)],
    seeker,
    program: {
      name: referral.programName,
      href: `/programs/${referral.programId}`,
      lines: [referral.programAddress, hours].flatMap((line) => (line ? [line] : [])),
      phone: phone ? { href: phoneHref(phone), label: phoneText(phone) } : null,
    },
    mail: deliveryLines(facts),
    consent: facts.consent && consentRecord(facts.consent, timeZone),
    audience: audienceWords(referral, facts.userId),
    acts: actsOf(referral),
  };
}

function actsOf(referral: ReferralDetail): Link[] {
  const here = `/referrals/${referral.id}`;
  return [
    ...(mayForward(referral.sides, referral) ? [{ href: `${here}/forward`, label: t('Refer elsewhere') }] : []),
    ...(mayWithdraw(referral.sides, referral) ? [{ href: `${here}/withdraw`, label: t('Withdraw this referral') }] : []),
  ];
}

/** R11: the Program knows what the form shared; R14: after "Don't reach out", the name alone. */
function seekerPart(referral: ReferralDetail): Pick<ReferralAside, 'seeker' | 'quick'> {
  const person = seekerFor(referral);
  const maySee = maySeeContact(referral.sides, referral.preference);
  const reach = reachOf({ ...person, preference: preferenceFor(referral) }, maySee);
  const language = directoryNames([spokenLanguageName(person.language)]);
  return {
    seeker: {
      name: seekerNameFor(referral),
      href: `/people/${referral.seekerId}`,
      reach,
      line: maySee ? (person.zip ? t('{{language}}. ZIP {{zip}}.', { language, zip: person.zip }) : `${language}.`) : null,
    },
    quick: reach.ways
      .slice(0, 1)
      .map((way) => ({ icon: way.icon, href: hrefOf(way.icon, person), label: [way.verb, way.value].filter(Boolean).join(' ') })),
  };
}

function hrefOf(icon: 'text' | 'call' | 'mail', { email, phone }: { email: string | null; phone: string | null }): string {
  return icon === 'mail' ? `mailto:${encodeURIComponent(email ?? '')}` : phoneHref(phone ?? '', icon === 'text');
}

function programQuick(referral: ReferralDetail): ReferralAside['quick'] {
  const phone = referral.programPhone;
  if (!phone || !isReferringSide(referral.sides)) return [];
  return [{ icon: 'call', href: phoneHref(phone), label: t('Program {{phone}}', { phone: phoneText(phone) }) }];
}
