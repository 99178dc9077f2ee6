import { NAME_MAX } from './field-lengths.ts';

/** The name of a person who has not told it yet: as it was given, or as their address reads. "dana.whitfield@…": Dana Whitfield. */
export function nameFromAddress(email: string, given?: string): { firstName: string; lastName: string } {
  const local = email.slice(0, email.lastIndexOf('@')).split(/[._+-]+/);
  const words = (given?.trim() ? given.trim().split(/\s+/) : local.filter((word) => word !== '').map(capital)).map((word) =>
    word.slice(0, NAME_MAX),
  );
  const [firstName = 'Operator', ...rest] = words;
  return { firstName, lastName: rest.join(' ').slice(0, NAME_MAX) };
}

function capital(word: string): string {
  return word.charAt(0).toLocaleUpperCase('en') + word.slice(1);
}
