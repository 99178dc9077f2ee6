import { fullName } from '../domain/display-name.ts';
import type { ListedOperator } from './operator.store.ts';

export const USAGE = [
  'Usage: npm run admin -- COMMAND',
  '  create-admin EMAIL [--name "Dana Whitfield"]   makes EMAIL an operator of this installation; a new account gets a link',
  '  remove-admin EMAIL                             takes that away again; the account stays',
  '  create-site NAME --admin EMAIL [--name ...]    makes a Site, or gives the one of that name another admin',
  '  list                                           operators, Sites with their admins, and claims that wait',
  '  deactivate EMAIL                               closes the account: signed out everywhere, at once',
  '  reactivate EMAIL                               opens it again',
  '  reset EMAIL                                    ends all sessions and the password, prints a link that sets a new one',
];

/** The one secret these commands print: whoever opens it first sets the password. */
export function linkLines(link: string | null): string[] {
  if (link === null) return ['They sign in as before.'];
  return ['', 'Give them this link, and nobody else. It sets the password, once, within 1 hour:', `  ${link}`];
}

export interface Listed {
  operators: readonly ListedOperator[];
  sites: readonly { name: string; admins: readonly string[] }[];
  waitingClaims: number;
}

export function listLines({ operators, sites, waitingClaims }: Listed): string[] {
  return [
    'Operators',
    ...(operators.length === 0 ? ['  none: npm run admin -- create-admin EMAIL'] : operators.map(operatorLine)),
    'Sites',
    ...(sites.length === 0 ? ['  none: npm run admin -- create-site NAME --admin EMAIL'] : sites.map(siteLine)),
    `Claims waiting for a decision: ${String(waitingClaims)}`,
  ];
}

function operatorLine({ email, firstName, lastName, deactivated, ready }: ListedOperator): string {
  const state = deactivated ? '  deactivated' : ready ? '' : '  has not set a password yet';
  return `  ${email}  ${fullName(firstName, lastName)}${state}`;
}

function siteLine({ name, admins }: Listed['sites'][number]): string {
  return `  ${name}: ${admins.length === 0 ? 'no admin; give it one with create-site' : admins.join(', ')}`;
}

/** After an account was closed: what nobody looks after now. */
export function aloneLines(places: readonly string[]): string[] {
  return places.map((name) => `Nobody looks after ${name} now. A Site gets an admin by create-site, a Program by a claim.`);
}
