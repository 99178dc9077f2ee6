import { randomBytes } from 'node:crypto';
import { pathToFileURL } from 'node:url';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { fromRoot } from '../../../src/root.ts';
import { startApp, type TestApp } from '../../support/app.ts';

const PATH = '/dev/styleguide';

/** What public/js/words.en.js says. */
interface ScriptWords {
  live: string;
  list: string;
  signedOut: string;
  fresh: string;
  stay: string;
  reconnecting: (what: string, time: string) => string;
  showNew: (count: number) => string;
  changedBy: (who: string, status: string) => string;
  sessionEnds: (minutes: number) => string;
}

let app: TestApp;
beforeAll(async () => {
  app = await startApp();
});
afterAll(() => app.close());

describe('the style guide', () => {
  test('shows the tokens, every group of partials, and around them what stands around every page', async () => {
    const { status, text } = await app.request().get(PATH);
    expect(status).toBe(200);
    for (const heading of ['Colors', 'Type and space', 'Buttons and links', 'Fields', 'Status and loop', 'Lists', 'Rows'])
      expect(text).toContain(`>${heading}</h2>`);
    for (const around of ['class="bar"', 'class="langs"', 'class="for"', 'class="notice notice--info"', 'class="themes"'])
      expect(text).toContain(around);
    expect(text).toContain('fill="var(--progress-tint)"');
    expect(text).toContain('id="sg-p-text-field"');
  });

  test('says of what scripts add the very words they say', async () => {
    const { words } = (await import(pathToFileURL(fromRoot('public/js/words.en.js')).href)) as { words: ScriptWords };
    const { text } = await app.request().get(PATH);
    const said = [
      words.live,
      words.reconnecting(words.list, '9:41 am'),
      words.signedOut,
      words.showNew(2),
      words.fresh,
      words.changedBy('Maria G.', 'Eligible'),
      words.sessionEnds(5),
      words.stay,
    ];
    for (const one of said) expect(text).toContain(`>${one}</`);
  });

  test('leads nowhere but back to itself', async () => {
    const answer = await app.request().post(PATH).type('form').send({ status: 'pending' });
    expect([answer.status, answer.headers['location']]).toEqual([303, PATH]);
    const { text } = await app.request().get(PATH);
    const main = text.slice(text.indexOf('<h1>Style guide'), text.indexOf('</main>'));
    const actions = [...main.matchAll(/action="([^"]*)"/g)].map((match) => match[1]);
    // Signing out and changing the colors are really that.
    expect([...new Set(actions)].filter((action) => action !== '/logout')).toEqual([PATH]);
  });

  test('is open on its own machine alone, where a server listens to a network', async () => {
    const open = await startApp({ env: { TRUST_PROXY: '1' }, database: app.database });
    try {
      expect((await open.request().get(PATH)).status).toBe(200);
      expect((await open.request().get(PATH).set('X-Forwarded-For', '203.0.113.7')).status).toBe(404);
    } finally {
      await open.close();
    }
  });

  test('is not there in production', async () => {
    const env = {
      NODE_ENV: 'production',
      PUBLIC_URL: 'https://referrals.example.org',
      SESSION_SECRET: randomBytes(48).toString('base64'),
      SMTP_URL: 'smtp://127.0.0.1:9',
      MAIL_FROM: 'r@example.org',
    };
    const production = await startApp({ env, database: app.database });
    try {
      expect((await production.request().get(PATH)).status).toBe(404);
    } finally {
      await production.close();
    }
  });
});
