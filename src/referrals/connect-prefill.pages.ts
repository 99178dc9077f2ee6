import { emptyForm, type FormState } from '../components/fields.ts';
import { isUser, type Actor } from '../domain/actor.ts';
import { isSpokenLanguage } from '../domain/spoken-language.ts';
import type { ConnectFor } from './connect.store.ts';

/** What a Connect form knows before anybody writes into it (R21): the profile, or who is signed in. */
export function prefilled(who: ConnectFor, actor: Actor): FormState {
  if (who.kind === 'profile') {
    const { firstName, lastName, language, contactPreference, email, phone, zip } = who.seeker;
    const given = { firstName, lastName, language, contactPreference, email: email ?? '', phone: phone ?? '', zip: zip ?? '' };
    return { values: { ...given, saveProfile: 'on' }, errors: {} };
  }
  if (who.kind === 'new' || !isUser(actor)) return emptyForm;
  const language = isSpokenLanguage(actor.language) ? actor.language : 'en';
  return { values: { firstName: actor.firstName, lastName: actor.lastName, email: actor.email, language }, errors: {} };
}
