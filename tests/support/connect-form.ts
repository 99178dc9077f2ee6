import type { Agent, Response } from 'supertest';
import type { Db } from '../../src/db/client.ts';

/** What a Connect form says when everything is well. */
export const WELL = {
  firstName: 'Ana',
  lastName: 'Ruiz',
  email: 'ana.ruiz@example.org',
  phone: '(650) 555-0173',
  zip: '94063',
  language: 'es',
  contactPreference: 'text',
  comment: 'Two months behind on rent.',
  consent: 'yes',
};

/** What a form for Personal Information says when everything is well. */
export const PERSON = {
  firstName: 'Ana',
  lastName: 'Ruiz',
  email: 'ana.ruiz@example.org',
  phone: '(650) 555-0173',
  zip: '94063',
  language: 'es',
  contactPreference: 'text',
};

export type ConnectBody = Record<string, unknown>;

export function connect(browser: Agent, programId: string, body: ConnectBody): Promise<Response> {
  return Promise.resolve(browser.post(`/programs/${programId}/connect`).type('form').send(body));
}

/** Sends the form and tells which referral and Seeker came of it. */
export async function sent(browser: Agent, programId: string, body: ConnectBody): Promise<{ referralId: string; seekerId: string }> {
  const answer = await connect(browser, programId, body);
  const [, seekerId, referralId] = /^\/people\/([0-9a-f-]{36})\?sent=([0-9a-f-]{36})$/.exec(answer.headers['location'] as string) ?? [];
  if (answer.status !== 303 || !seekerId || !referralId)
    throw new Error(`Sending was answered with ${String(answer.status)}: ${answer.text}`);
  return { referralId, seekerId };
}

/** The hidden fields of the Connect form on a page. */
export function hiddenFields(html: string): Record<string, string> {
  const form = /<form class="form"[\s\S]*?<\/form>/.exec(html)?.[0] ?? '';
  return Object.fromEntries(
    [...form.matchAll(/<input type="hidden" name="([^"]+)" value="([^"]*)"/g)].map(([, name, value]) => [name!, unescaped(value!)]),
  );
}

/** The value a text field shows. */
export function valueOf(html: string, name: string): string | undefined {
  const value = new RegExp(`<input id="${name}"[^>]* value="([^"]*)"`).exec(html)?.[1];
  return value === undefined ? undefined : unescaped(value);
}

export function unescaped(text: string): string {
  return text.replaceAll('&#34;', '"').replaceAll('&#39;', "'").replaceAll('&lt;', '<').replaceAll('&gt;', '>').replaceAll('&amp;', '&');
}

/** How many rows a referral is made of: equal counts mean that nothing moved. */
export async function tallies(db: Db): Promise<Record<string, number>> {
  const [seekers, referrals, shares, events, consents, emails, versions] = await Promise.all([
    db.seeker.count(),
    db.referral.count(),
    db.referralShare.count(),
    db.referralEvent.count(),
    db.consent.count(),
    db.email.count(),
    db.seeker.aggregate({ _sum: { version: true } }),
  ]);
  return { seekers, referrals, shares, events, consents, emails, versions: versions._sum.version ?? 0 };
}
