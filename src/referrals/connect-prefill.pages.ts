import { emptyForm, type FormState } from '../components/fields.ts';
import { isUser, type Actor } from '../domain/actor.ts';
import { writtenPhone } from '../domain/phone.ts';
import { isSpokenLanguage } from '../domain/spoken-language.ts';
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
