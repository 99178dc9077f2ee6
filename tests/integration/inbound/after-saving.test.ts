import type { Agent } from 'supertest';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { Prisma } from '../../../src/db/generated/client.ts';
import { startApp, type TestApp } from '../../support/app.ts';
import { createCast, makeReferral, type Cast, type MadeReferral } from '../../support/cast.ts';
import { unescaped } from '../../support/connect-form.ts';
import { layOut, rowsIn, someone } from './inbound-pages.ts';

let app: TestApp;
let cast: Cast;
let claimer: Agent;
let made: MadeReferral[];

beforeAll(async () => {
  app = await startApp();
  cast = await createCast(app.deps.db);
  claimer = await app.signIn(cast.claimer.email);
});
afterAll(() => app.close());

beforeEach(async () => {
  await layOut(app, Prisma.sql`UPDATE referral SET status = 'got_help'`);
  made = [];
  for (const name of ['Third', 'Second', 'First']) made.unshift(await makeReferral(app.deps.db, someone(cast, name)));
});

const list = (query = ''): string => `/inbound/${cast.program.id}${query}`;
/** The form of a row, as the page has it, saved with this status; and the page that follows. */
async function save(query: string, { id }: MadeReferral, status: string): Promise<{ address: string; html: string }> {
  const page = await claimer.get(list(query));
  const slip = new RegExp(`action="/referrals/${id}/status"[\\s\\S]*?</form>`).exec(page.text)![0];
  const field = (name: string): string => unescaped(new RegExp(`name="${name}" value="([^"]*)"`).exec(slip)![1]!);
  const fields = { version: field('version'), _idem: field('_idem'), returnTo: field('returnTo'), status };
  const saved = await claimer.post(`/referrals/${id}/status`).type('form').send(fields);
  expect(saved.status).toBe(303);
  const address = String(saved.headers['location']);
  const { text } = await claimer.get(address.split('#')[0]!);
  return { address, html: text };
}
/** What stands where a row was: which referral's, the words, and how many rows are above it. */
function leftIn(html: string): { id: string; words: string; above: number } | null {
  const [, above, id, words] = /<tbody[^>]*>([\s\S]*)<tr class="left" id="row-([^"]+)">.*?<p>(.*?)<\/p>/.exec(html) ?? [];
  return id === undefined ? null : { id, words: unescaped(words!), above: rowsIn(above!).length };
}

describe('the Inbound Referrals after a status was saved from there (U-10, U-16)', () => {
  it('lead back to the row where it still stands, and say nothing above it', async () => {
    const { address, html } = await save('', made[1]!, 'pending');
    expect(address).toBe(list(`?changed=${made[1]!.id}&at=1#row-${made[1]!.id}`));
    expect(html).toContain(`<tr data-referral="${made[1]!.id}" id="row-${made[1]!.id}">`);
    expect(leftIn(html)).toBeNull();
    expect(html).not.toContain('notice--done');
  });

  it('say in the place of a row that it left the list, with its name on the page and not in the address (S-60)', async () => {
    const { address, html } = await save('?status=not_updated', made[1]!, 'pending');
    expect(address).toBe(list(`?status=not_updated&changed=${made[1]!.id}&at=1#row-${made[1]!.id}`));
    expect(rowsIn(html)).toEqual([made[0]!.id, made[2]!.id]);
    expect(leftIn(html)).toEqual({ id: made[1]!.id, words: 'Second Person is Pending now, and no longer in this list.', above: 1 });
    expect(html).toContain(`<a href="/referrals/${made[1]!.id}">Open the referral</a>`);
    // What is saved next comes back without it.
    expect(html).not.toContain(`changed=${made[1]!.id}&amp;at=1#`);
  });

  it('say it below the last row, and above what an empty list says', async () => {
    expect(leftIn((await save('?status=not_updated', made[2]!, 'eligible')).html)).toMatchObject({ above: 2 });
    await save('?status=not_updated', made[1]!, 'eligible');
    const { html } = await save('?status=not_updated', made[0]!, 'eligible');
    expect(rowsIn(html)).toEqual([]);
    expect(html).not.toContain('class="left"');
    expect(unescaped(html)).toMatch(/notice--done.*First Person is Eligible now, and no longer in this list\.[\s\S]*No referral fits/);
  });

  it('tell apart what stands on another page of the same list', async () => {
    for (let more = 0; more < 25; more += 1) await makeReferral(app.deps.db, someone(cast, `More${String(more)}`));
    const query = '?status=not_updated&status=pending&sort=status';
    const first = rowsIn((await claimer.get(list(query))).text)[3]!;
    const { html } = await save(query, { id: first } as MadeReferral, 'pending');
    expect(leftIn(html)).toMatchObject({ id: first, above: 3 });
    expect(leftIn(html)!.words).toMatch(/is Pending now, and on another page of this list\.$/);
  });

  it('R13: say nothing of a referral of another Program, nor to an open page that reads itself again', async () => {
    const elsewhere = await makeReferral(app.deps.db, {
      ...someone(cast, 'Elsewhere'),
      programId: cast.otherProgram.id,
      status: 'pending',
    });
    const joel = await app.signIn(cast.coclaimer.email);
    for (const changed of [elsewhere.id, 'nobody', `${made[0]!.id}x`]) {
      const { status, text } = await joel.get(list(`?status=not_updated&changed=${changed}&at=1`));
      expect([status, leftIn(text), text.includes('Elsewhere')]).toEqual([200, null, false]);
    }
    const { address } = await save('?status=not_updated', made[0]!, 'pending');
    const again = await claimer.get(address.split('#')[0]!).set('X-Live', '1');
    expect(leftIn(again.text)).toBeNull();
  });

  it('show the last page to whoever asks for one after it, with the filters they have (U-10)', async () => {
    for (let more = 0; more < 24; more += 1) await makeReferral(app.deps.db, someone(cast, `More${String(more)}`));
    const { status, headers } = await claimer.get(list('?status=not_updated&sort=received&page=9'));
    expect([status, headers['location']]).toEqual([303, list('?status=not_updated&sort=received&page=2')]);
    expect((await claimer.get(list('?status=not_updated&page=2'))).text).toContain('26 to 27 of 27');
    const none = await claimer.get(list('?status=couldnt_contact&page=2'));
    expect([none.status, none.headers['location']]).toEqual([303, list('?status=couldnt_contact')]);
  });
});
