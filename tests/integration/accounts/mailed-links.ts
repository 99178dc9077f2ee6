import type { Agent, Response } from 'supertest';
import { expect } from 'vitest';
import type { TestApp } from '../../support/app.ts';
import { PASSWORD_HASH } from '../../support/cast.ts';
import { waitFor } from '../../support/wait-for.ts';

/** All mails to this address, newest first, once there are so many. */
export async function mailsTo({ deps: { db } }: TestApp, email: string, count = 1): Promise<{ subject: string; text: string }[]> {
  return waitFor(async () => {
    const found = await db.devMail.findMany({ where: { toAddress: email }, orderBy: { sentAt: 'desc' } });
    return found.length >= count ? found : null;
  });
}

/** The link in the newest mail to this address that starts so, once there are so many mails. */
export async function mailedLink(app: TestApp, email: string, place: string, count = 1): Promise<string> {
  const [mail] = await mailsTo(app, email, count);
  const link = new RegExp(`https?://[^/\\s]+(${place}/[\\w-]{43})`).exec(mail!.text)?.[1];
  if (!link) throw new Error(`no link to ${place} in: ${mail!.text}`);
  return link;
}

/** Opens a mail's link, which leads on to an address without the token (S-32), and answers with the page there. */
export async function opened(browser: Agent, link: string): Promise<Response> {
  const first = await browser.get(link);
  expect(first.status, first.text).toBe(303);
  const place = String(first.headers['location']);
  expect(place).not.toContain(link.split('/').at(-1));
  return browser.get(place);
}

/** The value of a form's hidden field. */
export function hidden({ text }: Response, name: string): string {
  return new RegExp(`name="${name}" value="([^"]*)"`).exec(text)?.[1] ?? '';
}

/** What a page says, without the keys of its forms. */
export function pageOf({ status, text, headers }: Response): string {
  return [status, headers['location'] ?? '', text.replace(/name="_idem" value="[\w-]+"/g, '')].join('\n');
}

/** An account of its own for one test. */
export async function somebody({ deps: { db } }: TestApp, wish: Record<string, unknown> = {}): Promise<{ id: string; email: string }> {
  const email = `somebody${String((people += 1))}@example.org`;
  const data = { email, firstName: 'Rosa', lastName: 'Lund', passwordHash: PASSWORD_HASH, emailVerifiedAt: new Date(), ...wish };
  return db.user.create({ data, select: { id: true, email: true } });
}
let people = 0;
