import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { inTransaction } from '../../../src/db/transaction.ts';
import { queueEmail } from '../../../src/mail/email.store.ts';
import { startApp, type TestApp } from '../../support/app.ts';
import { type Cast, createCast } from '../../support/cast.ts';
import { startSmtp } from '../../support/smtp.ts';
import { waitFor } from '../../support/wait-for.ts';

let app: TestApp;
let cast: Cast;

beforeAll(async () => {
  app = await startApp({ workers: true });
  cast = await createCast(app.deps.db);
});

afterAll(async () => {
  await app.close();
});

async function send(kind: 'account_exists' | 'confirm_email'): Promise<string> {
  return inTransaction(app.deps, async (tx) => {
    await tx.user.update({ where: { id: cast.stranger.id }, data: { emailVerifiedAt: null } });
    const id = await queueEmail(tx, {
      kind,
      dedupeKey: crypto.randomUUID(),
      toAddress: cast.stranger.email,
      language: 'en',
      userId: cast.stranger.id,
    });
    await app.jobs.deliverEmails(tx, [id]);
    return id;
  });
}

async function kept(id: string): Promise<void> {
  await waitFor(() => app.deps.db.devMail.findUnique({ where: { id } }));
}

describe('the dev inbox', () => {
  test('says why it is empty, and then lists each mail, newest first', async () => {
    const empty = await app.request().get('/dev/mail');
    expect(empty.status).toBe(200);
    expect(empty.text).toContain('No mail here');
    const first = await send('account_exists');
    await kept(first);
    const second = await send('confirm_email');
    await kept(second);
    const { text } = await app.request().get('/dev/mail');
    expect(text).toContain('stranger@demo.test');
    expect(text).toContain('1 to 2 of 2');
    expect(text.indexOf(`/dev/mail/${second}`)).toBeGreaterThan(0);
    expect(text.indexOf(`/dev/mail/${second}`)).toBeLessThan(text.indexOf(`/dev/mail/${first}`));
  });

  test('shows a mail with its text, its links and its HTML in a frame that can do nothing', async () => {
    const id = await send('confirm_email');
    await kept(id);
    const page = await app.request().get(`/dev/mail/${id}`);
    const link = /href="(http:\/\/localhost:\d+\/confirm\/[A-Za-z0-9_-]{43})"/.exec(page.text)?.[1];
    expect(link).toBeDefined();
    expect(page.text).toContain('<pre');
    expect(page.text).toContain(`src="/dev/mail/${id}/html"`);
    expect(page.headers['content-security-policy']).toContain("frame-src 'self'");
    const html = await app.request().get(`/dev/mail/${id}/html`);
    expect(html.text).toContain(`href="${link ?? ''}"`);
    expect(html.headers['content-security-policy']).toBe("default-src 'none'; style-src 'unsafe-inline'; frame-ancestors 'self'; sandbox");
    expect(html.headers['x-frame-options']).toBe('SAMEORIGIN');
    expect((await app.request().get('/dev/mail')).headers['content-security-policy']).not.toContain('frame-src');
  });

  test.each([
    '/dev/mail/nonsense',
    '/dev/mail/01990000-0000-7000-8000-000000000000',
    '/dev/mail/01990000-0000-7000-8000-000000000000/html',
  ])('%s is not found', async (path) => {
    expect((await app.request().get(path)).status).toBe(404);
  });

  test('links lead to PUBLIC_URL whatever Host a request names (S-36)', async () => {
    const id = await send('confirm_email');
    await kept(id);
    const page = await app.request().get(`/dev/mail/${id}`).set('Host', 'evil.example').set('X-Forwarded-Host', 'evil.example');
    expect(page.text).not.toContain('evil.example');
  });
});

describe('where mail is really sent, there is no dev inbox', () => {
  test('with SMTP_URL it is not found', async () => {
    const smtp = await startSmtp();
    const sending = await startApp({ env: { SMTP_URL: smtp.url }, database: app.database });
    expect((await sending.request().get('/dev/mail')).status).toBe(404);
    await sending.close();
    await smtp.close();
  });
});

test('the dev inbox of a server that listens to a network is open on its own machine alone', async () => {
  const open = await startApp({ env: { TRUST_PROXY: '1' } });
  try {
    expect((await open.request().get('/dev/mail')).status).toBe(200);
    const fromAfar = await open.request().get('/dev/mail').set('X-Forwarded-For', '203.0.113.7');
    expect(fromAfar.status).toBe(404);
    expect((await open.request().get(`/dev/mail/${crypto.randomUUID()}/html`).set('X-Forwarded-For', '203.0.113.7')).status).toBe(404);
  } finally {
    await open.close();
  }
});
