import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startApp, type TestApp } from '../../support/app.ts';
import { createCast, type Cast } from '../../support/cast.ts';
import { somebody } from './mailed-links.ts';

let app: TestApp;
let cast: Cast;
beforeAll(async () => {
  app = await startApp();
  cast = await createCast(app.deps.db);
});
afterAll(() => app.close());

const PAGE = '/settings/account/notifications';
const user = (id: string) => app.deps.db.user.findUniqueOrThrow({ where: { id } });

describe('email settings and language (R27, R28)', () => {
  it('a Navigator chooses when email comes, and by which clock', async () => {
    const browser = await app.signIn(cast.navigator.email);
    const page = await browser.get(PAGE);
    expect(page.text).toContain('The same as here: Pacific (Los Angeles)');
    const answer = await browser.post(PAGE).type('form').send({ notifications: 'daily_digest', timeZone: 'America/New_York' });
    expect([answer.status, answer.headers['location']]).toEqual([303, '/settings/account?after=notifications']);
    const account = await browser.get('/settings/account?after=notifications');
    expect(account.text).toContain('Your email settings and time zone are saved.');
    expect(account.text).toContain('Email about referrals: once a day');
    expect(await user(cast.navigator.id)).toMatchObject({ notifications: 'daily_digest', timeZone: 'America/New_York' });
    expect((await user(cast.colleague.id)).notifications).toBe('at_once');
    await browser.post(PAGE).type('form').send({ notifications: 'never', timeZone: '' });
    expect(await user(cast.navigator.id)).toMatchObject({ notifications: 'never', timeZone: null });
  });

  it('every zone on the list is one the database knows', async () => {
    const browser = await app.signIn(cast.colleague.email);
    const zones = [...(await browser.get(PAGE)).text.matchAll(/<option value="([A-Z][^"]*)"/g)].map(([, zone]) => zone!);
    expect(zones.length).toBeGreaterThan(300);
    const known = await app.deps.db.$queryRaw<{ name: string }[]>`SELECT name FROM pg_timezone_names`;
    const names = new Set(known.map(({ name }) => name));
    const strange = zones.filter((zone) => !names.has(zone));
    for (const timeZone of strange) {
      const answer = await browser.post(PAGE).type('form').send({ notifications: 'at_once', timeZone });
      expect([answer.status, answer.text.includes('another place in the same zone')]).toEqual([422, true]);
    }
    expect((await user(cast.colleague.id)).timeZone).toBeNull();
  });

  it('anybody chooses the language of their mail', async () => {
    const seeker = await somebody(app);
    const browser = await app.signIn(seeker.email);
    const answer = await browser.post('/settings/account/language').type('form').send({ language: 'es' });
    expect([answer.status, answer.headers['location']]).toEqual([303, '/settings/account?after=language']);
    expect((await user(seeker.id)).language).toBe('es');
  });

  it('a Seeker is told what decides about mail to them, and not asked', async () => {
    const browser = await app.signIn((await somebody(app)).email);
    const page = await browser.get(PAGE);
    expect([page.text.includes('name="notifications"'), page.text.includes('the best way to reach you')]).toEqual([false, true]);
  });

  it('a Seeker chooses by which clock they read times, and nothing else by that form (U-34)', async () => {
    const seeker = await somebody(app);
    const browser = await app.signIn(seeker.email);
    const answer = await browser.post(PAGE).type('form').send({ timeZone: 'America/New_York' });
    expect([answer.status, answer.headers['location']]).toEqual([303, '/settings/account?after=zone']);
    expect((await browser.get('/settings/account?after=zone')).text).toContain('Time zone: Eastern (New York)');
    expect((await browser.post(PAGE).type('form').send({ timeZone: '', notifications: 'never' })).status).toBe(422);
    expect(await user(seeker.id)).toMatchObject({ notifications: 'at_once', timeZone: 'America/New_York' });
  });

  it.each([
    [PAGE, { notifications: 'hourly' }, 'Choose when you want email'],
    [PAGE, { notifications: 'never' }, 'Choose a time zone from the list'],
    [PAGE, { notifications: 'never', timeZone: 'Mars/Olympus' }, 'Choose a time zone from the list'],
    [PAGE, { notifications: ['never', 'at_once'] }, 'Choose when you want email'],
    ['/settings/account/language', { language: 'xx' }, 'Choose a language from the list'],
    ['/settings/account/language', { language: 'es', operator: 'true' }, 'There is a problem'],
  ])('%s refuses %j beside the field, and nothing is changed', async (path, body, words) => {
    const browser = await app.signIn(cast.outsider.email);
    const answer = await browser.post(path).type('form').send(body);
    expect([answer.status, answer.text.includes(words)]).toEqual([422, true]);
    expect(await user(cast.outsider.id)).toMatchObject({ notifications: 'at_once', timeZone: null, language: 'en', operator: false });
  });

  it('strangers sign in first', async () => {
    for (const path of [PAGE, '/settings/account/language']) {
      expect((await app.request().post(path).type('form').send({ notifications: 'never', language: 'es' })).headers['location']).toBe(
        `/login?returnTo=${encodeURIComponent(path.replace('/language', ''))}&after=unsent`,
      );
    }
  });
});
