import type { Agent } from 'supertest';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startApp, type TestApp } from '../../support/app.ts';
import { createCast, makeReferral, type Cast, type MadeReferral } from '../../support/cast.ts';
import { unescaped } from '../../support/connect-form.ts';
import { MINUTE } from '../../support/movable-clock.ts';
import { addressAfter, someone } from './inbound-pages.ts';

let app: TestApp;
let cast: Cast;
let claimer: Agent;
let navigator: Agent;
let ana: MadeReferral;

beforeAll(async () => {
  app = await startApp();
  cast = await createCast(app.deps.db);
  for (let more = 0; more < 27; more += 1) await makeReferral(app.deps.db, someone(cast, `More${String(more)}`));
  ana = await makeReferral(app.deps.db, someone(cast, 'Ana', { lastName: 'Ruiz' }));
  claimer = await app.signIn(cast.claimer.email);
  navigator = await app.signIn(cast.navigator.email);
});
afterAll(() => app.close());

/** The crumbs of a page: where they lead, and what they say. */
function crumbsIn(html: string): [href: string, label: string][] {
  const crumbs = /<(nav|p) class="crumbs".*?<\/\1>/s.exec(html)?.[0] ?? '';
  return [...crumbs.matchAll(/<a href="([^"]*)">([^<]*)</g)].map(([, href, label]) => [unescaped(href!), unescaped(label!)]);
}
const crumbsOf = async (browser: Agent, path: string): Promise<[string, string][]> => crumbsIn((await browser.get(path)).text);
const inbound = (query = ''): string => `/inbound/${cast.program.id}${query}`;

describe('the way back to a list (U-10)', () => {
  it('leads from a referral to the page and the filters one had, also after saving', async () => {
    await claimer.get(inbound('?status=not_updated&page=2'));
    await claimer.get('/inbound/' + cast.otherProgram.id);
    expect(await crumbsOf(claimer, `/referrals/${ana.id}`)).toEqual([[inbound('?status=not_updated&page=2'), 'Inbound Referrals']]);
    await claimer.post(`/referrals/${ana.id}/status`).type('form').send({ status: 'pending', version: '1' });
    expect(await crumbsOf(claimer, `/referrals/${ana.id}`)).toEqual([[inbound('?status=not_updated&page=2'), 'Inbound Referrals']]);
    await claimer.get(inbound());
    expect(await crumbsOf(claimer, `/referrals/${ana.id}`)).toEqual([[inbound(), 'Inbound Referrals']]);
  });

  it('keeps what was searched for out of the address, as the list does (U-11, S-60)', async () => {
    const found = await addressAfter(claimer, cast.program.id, { q: 'Ruiz' });
    await claimer.get(found);
    expect(await crumbsOf(claimer, `/referrals/${ana.id}`)).toEqual([[found, 'Inbound Referrals']]);
    expect(found).not.toContain('Ruiz');
  });

  it('is of one session, and not of a page that reads itself again', async () => {
    await claimer.get(inbound('?status=help'));
    await claimer.get(inbound('?status=action')).set('X-Live', '1');
    expect(await crumbsOf(claimer, `/referrals/${ana.id}`)).toEqual([[inbound('?status=help'), 'Inbound Referrals']]);
    expect(await crumbsOf(await app.signIn(cast.claimer.email), `/referrals/${ana.id}`)).toEqual([[inbound(), 'Inbound Referrals']]);
  });

  it('leads to the people as one had them, from wherever it begins with them: area, person, referral', async () => {
    await navigator.get('/people?status=progress&sort=name');
    const area = ['/people?status=progress&sort=name', 'People I’m Helping'];
    const person = [`/people/${ana.seekerId}`, 'Ana Ruiz'];
    const referral = [`/referrals/${ana.id}`, 'Fair Oaks Rent & Home Help'];
    expect(await crumbsOf(navigator, `/people/${ana.seekerId}`)).toEqual([area]);
    expect(await crumbsOf(navigator, `/people/${ana.seekerId}/edit`)).toEqual([area, person]);
    expect(await crumbsOf(navigator, `/people/${ana.seekerId}/looks`)).toEqual([area, person]);
    expect(await crumbsOf(navigator, `/referrals/${ana.id}`)).toEqual([area, person]);
    expect(await crumbsOf(navigator, `/referrals/${ana.id}/withdraw`)).toEqual([area, person, referral]);
  });

  it('leads back to the area one came from when somebody was quicker (R5)', async () => {
    const stale = { status: 'eligible', version: '1' };
    const byClaimer = await claimer
      .post(`/referrals/${ana.id}/status`)
      .type('form')
      .send({ ...stale, returnTo: inbound('?status=help') });
    expect([byClaimer.status, crumbsIn(byClaimer.text).map(([, label]) => label)]).toEqual([409, ['Inbound Referrals', 'Ana Ruiz']]);
    const byNavigator = await navigator.post(`/referrals/${ana.id}/status`).type('form').send(stale);
    expect(crumbsIn(byNavigator.text).map(([, label]) => label)).toEqual(['People I’m Helping', 'Ana Ruiz', 'Fair Oaks Rent & Home Help']);
    // On both sides: the Navigator works on the Program, too.
    const both = await makeReferral(app.deps.db, { ...someone(cast, 'Both'), makerId: cast.claimer.id, status: 'pending' });
    const answer = await claimer
      .post(`/referrals/${both.id}/status`)
      .type('form')
      .send({ ...stale, returnTo: inbound('#row-1') });
    expect(crumbsIn(answer.text).map(([, label]) => label)).toEqual(['Inbound Referrals', 'Both Person']);
    expect(answer.text).toMatch(/<a href="\/inbound" aria-current="page"/);
  });

  it('keeping it ends no session sooner: that it was used is kept as well (S-12)', async () => {
    await claimer.get(inbound());
    app.clock.forward(29 * MINUTE);
    await claimer.get(inbound('?status=action'));
    app.clock.forward(29 * MINUTE);
    expect((await claimer.get(inbound())).status).toBe(200);
  });
});
