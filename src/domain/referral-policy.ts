import { NotAllowed } from './errors.ts';
import { SEEKER_CHOICES, STATUSES, type Status } from './referral-status.ts';
import type { Side } from './visibility.ts';

/** The statuses somebody on these sides may choose; forms offer exactly this list (R4). */
export function allowedStatuses(sides: readonly Side[]): Status[] {
  if (sides.some((side) => side !== 'seeker')) return STATUSES.filter((status) => status !== 'not_updated');
  return sides.includes('seeker') ? SEEKER_CHOICES.map((choice) => choice.status) : [];
}

export function maySetStatus(sides: readonly Side[], status: Status): boolean {
  return allowedStatuses(sides).includes(status);
}

export function assertMaySetStatus(sides: readonly Side[], status: Status): void {
  if (!maySetStatus(sides, status)) throw new NotAllowed('That status is not one you can choose.');
}

/** Helpers' notes, goals and the delivery of mail are for those who help, never for the Seeker (R12, R19). */
export function isHelper(sides: readonly Side[]): boolean {
  return sides.some((side) => side !== 'seeker');
}

/** Its maker, and the Teams it is shared with: they know the profile, and the Goals, not only what the form shared (R8, R9, R11). */
export function isReferringSide(sides: readonly Side[]): boolean {
  return sides.includes('maker') || sides.includes('team');
}

/** What there is to know of a Seeker, and what of it the form shared. */
export interface KnownSeeker<Person> {
  sides: readonly Side[];
  profile: Person;
  shared: Person;
}

/** The Seeker as this reader may know them: the profile for the referring side, what the form shared for the Program (R11). Decided here alone. */
export function seekerFor<Person>({ sides, profile, shared }: KnownSeeker<Person>): Person {
  return isReferringSide(sides) ? profile : shared;
}

/** The Seeker's contact details are hidden from Claimers when the Seeker asked not to be reached (R14). */
export function maySeeContact(sides: readonly Side[], preference: string): boolean {
  return preference !== 'dont_reach_out' || isReferringSide(sides);
}
