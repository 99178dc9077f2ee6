import type { Agent } from 'supertest';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startApp, type TestApp } from '../../support/app.ts';
import { createCast, type Cast, type CastMember } from '../../support/cast.ts';
import { connect, sent, unescaped, WELL } from '../../support/connect-form.ts';
import { linkForClaimer, linkForSeeker, openedIn, type SentLink } from '../status-links/link-visits.ts';
import { crawl } from './crawl.ts';
import { addPerson } from './house.ts';

let app: TestApp;
let cast: Cast;
let navigator: Agent;
beforeAll(async () => {
  app = await startApp();
  cast = await createCast(app.deps.db);
  navigator = await app.signIn(cast.navigator.email);
});
afterAll(() => app.close());

/** Many pages: on a busy machine that takes its time. */
const SLOW = { timeout: 120_000 };

/** Everything somebody gets to read by following links, refreshing pages and sending forms that are refused, as one text. */
async function everythingRead(person: CastMember, referralIds: readonly string[]): Promise<string> {
  const browser = await app.signIn(person.email);
  const read = await crawl(browser, ['/', '/people', '/inbound', '/for-me', ...referralIds.map((id) => `/referrals/${id}`)]);
  const texts = [...read.values()];
  for (const address of read.keys())
    texts.push((await browser.get(address).set({ 'X-Live': '1', 'X-Live-Rows': referralIds.join() })).text);
  for (const id of referralIds) {
    for (const type of ['text/html', 'application/json']) {
      const send = (body: object) => browser.post(`/referrals/${id}/status`).set('Accept', type).send(body);
      texts.push((await send({})).text, (await send({ status: 'pending', version: 999 })).text);
    }
  }
  return unescaped(texts.join('\n'));
}

/** Ids and tokens are random: any few digits stand in some of them. */
const withoutTokens = (text: string): string => text.replace(/[\w-]{20,}|\/assets\/[0-9a-f]+/g, ' ');

const found = (text: string, canaries: readonly string[]): string[] =>
  canaries.filter((canary) => (/^\d+$/.test(canary) ? withoutTokens(text) : text).includes(canary));

describe('R11: a Claimer’s whole world, page by page, holds of a Seeker what the form shared and nothing else', SLOW, () => {
  it('not what the profile says today, not the other referrals, not who shares them', async () => {
    const ana = { ...WELL, lastName: 'Shared', comment: 'comment-for-this-program' };
    const { seekerId, referralId } = await sent(navigator, cast.program.id, ana);
    const other = await sent(navigator, cast.otherProgram.id, { ...ana, seekerId, comment: 'comment-for-another-program' });
    const today = { lastName: 'Todayname', phone: '(212) 555-8888', email: 'today@seekers.test', zip: '94999' };
    await app.deps.db.seeker.update({ where: { id: seekerId }, data: today });
    await navigator
      .post(`/referrals/${other.referralId}/status`)
      .type('form')
      .send({ status: 'got_help', version: 1, reason: 'reason-elsewhere' });
    const secrets = [
      'Todayname',
      '8888',
      'today@',
      '94999',
      'comment-for-another-program',
      other.referralId,
      'reason-elsewhere',
      'Family Navigation',
    ];
    const claimer = await everythingRead(cast.coclaimer, [referralId]);
    expect(claimer).toContain('comment-for-this-program');
    expect(found(claimer, secrets)).toEqual([]);
    const helper = await everythingRead(cast.colleague, [referralId]);
    expect(found(helper, secrets)).toEqual(secrets);
  });
});

describe('R14: "Don’t reach out" leaves Claimers the name, wherever they look', SLOW, () => {
  it.each(['on the form', 'in the profile, later'])('said %s', async (said) => {
    const contactPreference = said === 'on the form' ? 'dont_reach_out' : 'text';
    const contact = { phone: '(212) 555-7777', email: 'quiet.one@seekers.test', zip: '94888' };
    const { seekerId, referralId } = await sent(navigator, cast.program.id, {
      ...WELL,
      ...contact,
      lastName: 'Quietly',
      contactPreference,
    });
    await app.deps.db.seeker.update({ where: { id: seekerId }, data: { contactPreference: 'dont_reach_out' } });
    const browser = await app.signIn(cast.coclaimer.email);
    const searched = await browser.post('/people').type('form').send({ q: '5557777' }).redirects(1);
    expect(searched.status).toBe(200);
    expect(searched.text).not.toContain('Quietly');
    const claimer = await everythingRead(cast.coclaimer, [referralId]);
    expect(claimer).toContain('Quietly');
    const hidden = ['7777', 'quiet.one@', '94888'];
    expect(found(claimer, hidden)).toEqual([]);
    expect(found(await everythingRead(cast.navigator, [referralId]), hidden)).toEqual(hidden);
  });
});

describe('R26, S-34: a Status link shows as little as an answer takes, on each of its pages', () => {
  const visit = async (link: SentLink, endAccess: () => Promise<unknown>): Promise<string> => {
    const browser = await openedIn(app, link);
    const address = `/l/${link.publicId}`;
    const send = (body: object) => browser.post(address).type('form').send(body);
    const texts = [(await browser.get(address)).text, (await send({})).text];
    const saved = await send({ status: 'got_help', version: 1, reason: 'Well' });
    texts.push((await browser.get(String(saved.headers['location']))).text, (await send({ status: 'pending', version: 1 })).text);
    await endAccess();
    texts.push((await browser.get(address)).text);
    return unescaped(texts.join('\n'));
  };

  it.each(['claimer', 'seeker'] as const)('of the %s', async (recipient) => {
    const person = {
      ...WELL,
      lastName: 'Zumarraga',
      phone: '(212) 555-6666',
      email: 'link.reader@seekers.test',
      language: 'en',
      contactPreference: 'email',
    };
    const { referralId, seekerId } = await sent(navigator, cast.program.id, person);
    await sent(navigator, cast.otherProgram.id, { ...person, seekerId, comment: 'comment-for-another-program' });
    const { db } = app.deps;
    const link = recipient === 'claimer' ? linkForClaimer(app, referralId, cast.claimer) : linkForSeeker(app, referralId, person.email);
    const setClosed = (at: Date | null) => db.user.update({ where: { id: cast.claimer.id }, data: { deactivatedAt: at } });
    const moveAway = () => db.seeker.update({ where: { id: seekerId }, data: { email: 'elsewhere@seekers.test', updatedAt: new Date() } });
    const text = await visit(await link, () => (recipient === 'claimer' ? setClosed(new Date()) : moveAway()));
    await setClosed(null);
    expect(found(text, ['Ana Z.', cast.program.name, WELL.comment, 'Save status', 'Changed meanwhile', 'no longer works'])).toHaveLength(6);
    const ids = [seekerId, cast.navigator.id, cast.claimer.id];
    expect(
      found(text, ['Zumarraga', '6666', 'link.reader@', '94063', 'Whitfield', 'Gutierrez', 'comment-for-another-program', ...ids]),
    ).toEqual([]);
    expect(text).not.toMatch(/href="\/(people|inbound|referrals)/);
  });
});

describe('S-52: what people write is text on every page, never markup', SLOW, () => {
  it('in names, comments, reasons and the names of Sites and Teams, for everybody who reads them', async () => {
    const markup = `"'><x-canary onx=canary a='`;
    const { db } = app.deps;
    const ana = await addPerson(app, 'anawrites', 'ana.writes@seekers.test');
    await db.site.update({ where: { id: cast.siteId }, data: { name: `Site ${markup}` } });
    await db.team.update({ where: { id: cast.familyNavigation }, data: { name: `Team ${markup}` } });
    await db.program.update({
      where: { id: cast.program.id },
      data: { name: `Program ${markup}`, description: markup, eligibility: markup, languages: [markup] },
    });
    const form = { ...WELL, firstName: `A ${markup}`, lastName: markup, email: ana.email, contactPreference: 'email', comment: markup };
    const { referralId } = await sent(navigator, cast.program.id, form);
    const claimer = await app.signIn(cast.claimer.email);
    await claimer.post(`/referrals/${referralId}/status`).type('form').send({ status: 'pending', version: 1, reason: markup });
    const refused = await connect(navigator, cast.program.id, { ...form, consent: '', phone: markup, zip: markup });
    const pages = [refused.text];
    for (const person of [cast.navigator, cast.claimer, cast.colleague, ana]) {
      const browser = await app.signIn(person.email);
      const search = await browser.post('/people').type('form').send({ q: markup });
      const read = await crawl(browser, [
        '/',
        '/inbound',
        `/referrals/${referralId}`,
        search.headers['location'] ?? '/people',
        '/settings/account',
      ]);
      const conflict = await browser
        .post(`/referrals/${referralId}/status`)
        .type('form')
        .send({ status: 'no_capacity', version: 1, reason: markup });
      pages.push(...read.values(), conflict.text);
    }
    for (const link of [await linkForSeeker(app, referralId, ana.email), await linkForClaimer(app, referralId, cast.claimer)]) {
      pages.push((await (await openedIn(app, link)).get(`/l/${link.publicId}`)).text);
    }
    expect(pages.filter((page) => page.includes('x-canary')).length).toBeGreaterThan(20);
    // A list taken along as a file is no page: nothing reads markup in it.
    const markedUp = pages.filter((page) => !page.startsWith('\uFEFF'));
    expect(markedUp.filter((page) => /<x-canary|=[^"'\s>]*x-canary/.test(page.replaceAll('&lt;', '')))).toEqual([]);
  });
});
