import { isEmailAddress } from '../domain/email-address.ts';
import type { HsdsPhone, HsdsService } from './hsds.forms.ts';
import type { ImportedPhone } from './imported-program.ts';
import { shortText } from './field-text.ts';

const MOST_PHONES = 30;
const NUMBER = /^\+?[\d\s().\-/]{3,40}$/;

/** The telephone numbers of a service: its own first, then its places' and contacts', and its organization's if it has no other. */
export function readPhones(service: HsdsService, remarks: string[]): ImportedPhone[] {
  const own = [
    ...service.phones,
    ...service.contacts.flatMap((contact) => contact.phones),
    ...service.service_at_locations.flatMap(phonesAt),
  ];
  const phones = new Map<string, ImportedPhone>();
  for (const phone of own.length > 0 ? own : (service.organization?.phones ?? [])) {
    const read = readPhone(phone, remarks);
    if (read) phones.set(`${read.number.replace(/\D/g, '')}/${read.extension ?? ''}`, read);
  }
  return [...phones.values()].slice(0, MOST_PHONES);
}

function phonesAt(place: HsdsService['service_at_locations'][number]): HsdsPhone[] {
  const contacts = [...place.contacts, ...(place.location?.contacts ?? [])];
  return [...place.phones, ...(place.location?.phones ?? []), ...contacts.flatMap((contact) => contact.phones)];
}

function readPhone(phone: HsdsPhone, remarks: string[]): ImportedPhone | null {
  const number = phone.number?.replaceAll('"', '').trim() ?? '';
  if (number === '') return null;
  if (!NUMBER.test(number)) {
    remarks.push(`phone "${shortText(number, 60) ?? ''}" is not a number`);
    return null;
  }
  const kind = phone.type?.toLowerCase() ?? null;
  return { number, extension: shortText(phone.extension, 20), kind: shortText(kind, 20), label: shortText(phone.description, 200) };
}

/** The one address (S-70) referrals are mailed to while nobody has claimed the Program: the service's own, or a contact's of it. */
export function readReferralEmail(service: HsdsService, remarks: string[]): string | null {
  const places = service.service_at_locations;
  const contacts = [...service.contacts, ...places.flatMap((place) => [...place.contacts, ...(place.location?.contacts ?? [])])];
  const written = [service.email, ...contacts.map((contact) => contact.email)].filter((email) => email !== null);
  const usable = written.map((email) => email.replace(/^mailto:/i, '').toLowerCase()).find(isEmailAddress);
  if (usable === undefined && written.length > 0) remarks.push('its e-mail address cannot be used');
  return usable ?? null;
}

/** A web address people may be sent to, or null. */
export function readUrl(written: string | null): string | null {
  if (written === null || written.length > 500 || /\s/.test(written)) return null;
  const withScheme = /^[a-z][a-z0-9+.-]*:/i.test(written) ? written : `https://${written}`;
  // attack: a "javascript:" address in a directory would run in the browser of whoever clicks it.
  return URL.canParse(withScheme) && /^https?:$/.test(new URL(withScheme).protocol) ? withScheme : null;
}
