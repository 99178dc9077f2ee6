import type { Agent, Response } from 'supertest';
import { openDatabase, type Db } from '../../../src/db/client.ts';
import type { Prisma } from '../../../src/db/generated/client.ts';
import { createLog } from '../../../src/logger.ts';
import type { TestApp } from '../../support/app.ts';
import type { Cast, ReferralWish } from '../../support/cast.ts';
import { unescaped } from '../../support/connect-form.ts';

/** The referrals a list shows, in its order. */
export function rowsIn(html: string): string[] {
  return [...html.matchAll(/<tr data-referral="([^"]+)"/g)].map((match) => match[1]!);
}

/** The form above the list, as "Apply filters" sends it, and the list it leads to. */
export async function applyFilters(browser: Agent, programId: string, fields: Record<string, string>): Promise<Response> {
  const answer = await browser.post(`/inbound/${programId}`).type('form').send(fields);
  if (answer.status !== 303) throw new Error(`Applying was answered with ${String(answer.status)}`);
  return browser.get(String(answer.headers['location']));
}

/** Where a list led: the address after applying. */
export async function addressAfter(browser: Agent, programId: string, fields: Record<string, string>): Promise<string> {
  const answer = await browser.post(`/inbound/${programId}`).type('form').send(fields);
  return String(answer.headers['location']);
}

/** The names of a list, as a reader sees them. */
export function namesIn(html: string): string[] {
  return [...html.matchAll(/<a class="person" href="[^"]*">([^<]*)</g)].map((match) => unescaped(match[1]!));
}

/** The rows of a page of a bulk change: the referral, its status now, and what is said of it. */
export function bulkRowsIn(html: string): { id: string; status: string; words: string; ticks: boolean }[] {
  return [...html.matchAll(/<li data-referral="([^"]+)">(.*?)<\/li>/gs)].map(([, id, row]) => ({
    id: id!,
    status: /data-status="([^"]+)"/.exec(row!)![1]!,
    words: unescaped(/<p class="bulk-w">([^<]*)</.exec(row!)![1]!),
    ticks: row!.includes('type="checkbox"'),
  }));
}

/** The hidden fields of the form that leads on, each with all its values. */
export function formIn(html: string, action: string): Record<string, string[]> {
  const form = new RegExp(`<form[^>]*action="${action}"[\\s\\S]*?</form>`).exec(html)?.[0] ?? '';
  const fields: Record<string, string[]> = {};
  for (const [, name, value] of form.matchAll(/<input type="hidden" name="([^"]+)" value="([^"]*)"/g))
    (fields[name!] ??= []).push(unescaped(value!));
  return fields;
}

export function someone(cast: Cast, firstName: string, words: ReferralWish['seeker'] = {}): ReferralWish {
  return { makerId: cast.navigator.id, programId: cast.program.id, seeker: { lastName: 'Person', ...words, firstName } };
}

/** The database as its owner has it: for laying out what a test starts from. */
export async function asOwner<T>(app: TestApp, work: (owner: Db) => Promise<T>): Promise<T> {
  const owner = openDatabase(app.database.ownerUrl, createLog('silent'));
  try {
    return await work(owner);
  } finally {
    await owner.$disconnect();
  }
}

/** Writes hundreds of referrals of one Seeker at once, of which the search for people need not hear. */
export async function layOut(app: TestApp, statement: Prisma.Sql): Promise<void> {
  await asOwner(app, (owner) =>
    owner.$transaction([
      owner.$executeRaw`ALTER TABLE referral DISABLE TRIGGER referral_person`,
      owner.$executeRaw(statement),
      owner.$executeRaw`ALTER TABLE referral ENABLE TRIGGER referral_person`,
    ]),
  );
}
