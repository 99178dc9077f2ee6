import { emptyForm, type FormState } from '../components/fields.ts';
import { isUser, type Actor } from '../domain/actor.ts';
import { PREFERENCE_LABELS, type ContactPreference } from '../domain/contact-preference.ts';
import { storedPhone, writtenPhone } from '../domain/phone.ts';
import { isSpokenLanguage, spokenLanguageName } from '../domain/spoken-language.ts';
import { t } from '../i18n/translate.ts';
import { languageNow } from '../i18n/speaking.ts';
import type { ConnectFor, Onward } from './connect.store.ts';
import type { SharedPerson } from './referral-parties.store.ts';

/** What a Connect form knows before anybody writes into it (R21): the profile, or who is signed in. */
export function prefilled(who: ConnectFor, actor: Actor): FormState {
  if (who.kind === 'profile') return { values: { ...given(who.seeker), ...commentOf(who.onward), saveProfile: 'on' }, errors: {} };
  if (who.kind === 'onward') return { values: { ...given(who.person), ...commentOf(who.onward) }, errors: {} };
  if (who.kind === 'new') return emptyForm;
  if (!isUser(actor)) return { values: { language: languageNow() }, errors: {} };
  const language = isSpokenLanguage(actor.language) ? actor.language : 'en';
  return { values: { firstName: actor.firstName, lastName: actor.lastName, email: actor.email, language }, errors: {} };
}

function given({ firstName, lastName, language, contactPreference, email, phone, zip }: SharedPerson): Record<string, string> {
  return { firstName, lastName, language, contactPreference, email: email ?? '', phone: phone ? writtenPhone(phone) : '', zip: zip ?? '' };
}

/** What was asked for goes on with it; consent is taken anew (R23). */
function commentOf(onward: Onward | null): Record<string, string> {
  return onward ? { comment: onward.comment } : {};
}

/** What people tell of themselves and changes: of a form begun before the profile was taken, it is newer than the profile. */
const TOLD = ['phone', 'email', 'zip', 'language', 'contactPreference'] as const;

type Told = (typeof TOLD)[number];

/** The profile, beside what was written before it was taken: where both say something, that stays, and the field says what the profile has. */
export function prefilledBeside(
  who: ConnectFor,
  actor: Actor,
  typed: Readonly<Record<string, string>>,
): { form: FormState; hints: Readonly<Record<string, string>> } {
  const { values } = prefilled(who, actor);
  const newer = TOLD.filter((field) => isNewer(field, typed[field]?.trim() ?? '', values[field] ?? ''));
  const kept = Object.fromEntries(newer.map((field) => [field, typed[field] ?? '']));
  const hints = newer.flatMap((field) => (values[field] ? [[field, saysWords(field, values[field])]] : []));
  // Consent is taken anew: it names the person (R23).
  return {
    form: { values: { ...values, ...kept, comment: typed['comment'] ?? '' }, errors: {} },
    hints: Object.fromEntries(hints) as Record<string, string>,
  };
}

function isNewer(field: Told, typed: string, profile: string): boolean {
  if (typed === '') return false;
  // A list nobody touched says English; and "Don't reach out" counts wherever it was said (R14).
  if (field === 'language') return typed !== 'en' && typed !== profile;
  if (field === 'contactPreference') return typed !== profile && profile !== 'dont_reach_out';
  return field === 'phone' ? storedPhone(typed) !== storedPhone(profile) : typed.toLowerCase() !== profile.toLowerCase();
}

function saysWords(field: Told, value: string): string {
  const isPreference = (text: string): text is ContactPreference => text in PREFERENCE_LABELS;
  if (field === 'language') return t('The profile says {{value}}.', { value: t(spokenLanguageName(value)) });
  if (field === 'contactPreference' && isPreference(value)) return t('The profile says {{value}}.', { value: t(PREFERENCE_LABELS[value]) });
  return t('The profile says {{value}}.', { value });
}
