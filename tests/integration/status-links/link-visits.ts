import type { Agent } from 'supertest';
import { issueStatusLink } from '../../../src/status-links/status-link.store.ts';
import type { TestApp } from '../../support/app.ts';
import { makeReferral, type Cast, type CastMember, type ReferralWish } from '../../support/cast.ts';

export const SEEKER_EMAIL = 'ana@seekers.test';

export interface SentLink {
  /** "/l/<token>", as the mail carries it. */
  path: string;
  token: string;
  publicId: string;
}

/** A referral of Ana's, without an account unless `seeker` says so. */
export async function makeLinkedReferral(app: TestApp, cast: Cast, wish: Partial<ReferralWish> = {}): Promise<string> {
  const { id } = await makeReferral(app.deps.db, {
    makerId: cast.navigator.id,
    programId: cast.program.id,
    seeker: { firstName: 'Ana', lastName: 'Ruiz', email: SEEKER_EMAIL, contactPreference: 'email' },
    ...wish,
  });
  return id;
}

export async function linkForClaimer(app: TestApp, referralId: string, claimer: CastMember): Promise<SentLink> {
  return sent(app, { referralId, recipient: 'claimer', userId: claimer.id, email: claimer.email });
}

export async function linkForSeeker(app: TestApp, referralId: string, email = SEEKER_EMAIL): Promise<SentLink> {
  return sent(app, { referralId, recipient: 'seeker', userId: null, email });
}

export async function linkForMailbox(app: TestApp, referralId: string, email: string): Promise<SentLink> {
  return sent(app, { referralId, recipient: 'claimer', userId: null, email });
}

async function sent(app: TestApp, to: Parameters<typeof issueStatusLink>[1]): Promise<SentLink> {
  const { path, publicId } = await issueStatusLink(app.deps.db, to, app.clock.now(), app.deps.config.statusLinkDays);
  return { path, publicId, token: path.slice('/l/'.length) };
}

/** A browser in which the link of the mail was opened: it has the link's cookie and nothing else. */
export async function openedIn(app: TestApp, link: SentLink): Promise<Agent> {
  const browser = app.request();
  const answer = await browser.get(link.path);
  if (answer.status !== 303) throw new Error(`The link was answered with ${String(answer.status)}`);
  return browser;
}

const EVERYTHING_BUT = ['session', 'rate_limit', '_prisma_migrations'];

/** Every row of every table of the business, to compare before and after. */
export async function everything({ deps: { db } }: TestApp): Promise<Record<string, string>> {
  const tables = await db.$queryRaw<{ name: string }[]>`SELECT tablename AS name FROM pg_tables WHERE schemaname = 'public' ORDER BY 1`;
  const dumps: Record<string, string> = {};
  for (const { name } of tables.filter((table) => !EVERYTHING_BUT.includes(table.name))) {
    const [row] = await db.$queryRawUnsafe<{ rows: string | null }[]>(
      `SELECT string_agg(t::text, E'\\n' ORDER BY t::text) AS rows FROM "${name}" t`,
    );
    dumps[name] = row?.rows ?? '';
  }
  return dumps;
}
