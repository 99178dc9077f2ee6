import type { Agent } from 'supertest';
import { afterAll, beforeEach, describe, expect, it } from 'vitest';
import { startApp, type TestApp } from '../../support/app.ts';
import { createCast, type Cast } from '../../support/cast.ts';
import { valueOf } from '../../support/connect-form.ts';
import { everything } from '../status-links/link-visits.ts';
import { groupForm, groupPage, post, rowOf, sitePage } from './site-settings.ts';

const open: TestApp[] = [];
let app: TestApp;
let cast: Cast;
let admin: Agent;
beforeEach(async () => {
  app = await startApp();
  open.push(app);
  cast = await createCast(app.deps.db);
  admin = await app.signIn(cast.admin.email);
});
afterAll(() => Promise.all(open.map((one) => one.close())));

const group = (): string => groupPage(cast.familyNavigation);
const save = async (browser: Agent, change: object) => post(browser, group(), await groupForm(app, cast.familyNavigation, change));
const team = () => app.deps.db.team.findUniqueOrThrow({ where: { id: cast.familyNavigation } });
const makeManager = (userId: string) =>
  app.deps.db.membership.updateMany({ where: { userId, teamId: cast.familyNavigation }, data: { role: 'admin' } });

describe('the Groups of a Site (R27)', () => {
  it('are made by its admin, once for each name, without members and with Team Navigation off', async () => {
    const made = await post(admin, `${sitePage(cast.siteId)}/groups`, { name: 'Evening' });
    expect(made.headers['location']).toMatch(/^\/settings\/groups\/[0-9a-f-]{36}$/);
    const page = (await admin.get(made.headers['location'] as string)).text;
    expect(page).toContain('Nobody is in this Group yet');
    expect(page).toMatch(/name="teamNavigation" value="off" checked/);
    const again = await post(admin, `${sitePage(cast.siteId)}/groups`, { name: 'evening' });
    expect([again.status, again.text.includes('There is a Group with this name already')]).toEqual([422, true]);
    expect(valueOf(again.text, 'name')).toBe('evening');
    await Promise.all([1, 2].map(() => post(admin, `${sitePage(cast.siteId)}/groups`, { name: 'Night' })));
    expect(await app.deps.db.team.count({ where: { name: 'Night' } })).toBe(1);
  });

  it('show their members and managers to the Site’s admin and to their managers; for anybody else they are not there (R13)', async () => {
    await makeManager(cast.navigator.id);
    const manager = await app.signIn(cast.navigator.email);
    const page = (await manager.get(group())).text;
    expect(rowOf(page, 'navigator@demo.test')).toContain('Manager Active');
    expect(page).not.toContain('Add a Worker');
    expect((await admin.get(group())).text).toContain('Add a Worker');
    const before = await everything(app);
    for (const role of ['colleague', 'outsider', 'claimer', 'stranger'] as const) {
      const browser = await app.signIn(cast[role].email);
      expect((await browser.get(group())).status).toBe(404);
      expect((await save(browser, { name: 'Mine' })).status).toBe(404);
      expect((await post(browser, `${group()}/members/${cast.navigator.id}/remove`)).status).toBe(404);
    }
    for (const address of [groupPage(cast.frontDesk), sitePage(cast.siteId), groupPage(cast.program.teamId)]) {
      expect((await manager.get(address)).status).toBe(404);
    }
    expect((await post(manager, `${group()}/members`, { userId: cast.outsider.id })).status).toBe(404);
    expect(await everything(app)).toEqual(before);
  });

  it('take in Workers of the Site from its admin, nobody else, and have managers', async () => {
    expect((await post(admin, `${group()}/members`, { userId: cast.stranger.id })).status).toBe(404);
    await post(admin, `${group()}/members`, { userId: cast.outsider.id });
    await post(admin, `${group()}/members/${cast.outsider.id}/role`, { role: 'admin' });
    expect((await (await app.signIn(cast.outsider.email)).get(group())).status).toBe(200);
    await post(admin, `${group()}/members/${cast.outsider.id}/role`, { role: 'member' });
    expect((await (await app.signIn(cast.outsider.email)).get(group())).status).toBe(404);
  });

  it('may be left by their manager, who then sees no settings of them any more', async () => {
    await makeManager(cast.navigator.id);
    const manager = await app.signIn(cast.navigator.email);
    const address = `${group()}/members/${cast.navigator.id}/remove`;
    const asked = (await manager.get(address)).text;
    expect(asked).toContain('Leave Family Navigation?');
    expect(asked).toContain('you are no Worker of Riverside Clinic afterwards');
    expect((await post(manager, address)).headers['location']).toBe('/settings/account');
    expect((await manager.get(group())).status).toBe(404);
  });
});

describe('two who change one Group (R-02)', () => {
  it('do not overwrite each other: the second is shown what changed, with their own words kept, and may save then', async () => {
    await makeManager(cast.navigator.id);
    const manager = await app.signIn(cast.navigator.email);
    const [mine, theirs] = await Promise.all([
      groupForm(app, cast.familyNavigation, { name: 'Families', teamNavigation: 'off' }),
      groupForm(app, cast.familyNavigation, { name: 'Family help' }),
    ]);
    expect((await post(admin, group(), mine)).headers['location']).toBe(`${group()}?after=saved`);
    const late = await post(manager, group(), theirs);
    expect(late.status).toBe(409);
    expect(late.text).toContain('Somebody else changed this Group meanwhile');
    expect(late.text).toContain('The name is now “Families”.');
    expect(late.text).toContain('Team Navigation is now off.');
    expect(valueOf(late.text, 'name')).toBe('Family help');
    expect(late.text).toMatch(/name="teamNavigation" value="on" checked/);
    expect((await team()).name).toBe('Families');
    const [, version] = /name="version" value="(\d+)"/.exec(late.text) ?? [];
    expect((await post(manager, group(), { ...theirs, version })).status).toBe(303);
    expect(await team()).toMatchObject({ name: 'Family help', teamNavigation: true, version: 3 });
  });

  it('at the same moment: one wins', async () => {
    const forms = await Promise.all(['A', 'B', 'C', 'D'].map((name) => groupForm(app, cast.familyNavigation, { name })));
    const answers = await Promise.all(forms.map((form) => post(admin, group(), form)));
    expect(answers.map(({ status }) => status).sort()).toEqual([303, 409, 409, 409]);
    expect((await team()).version).toBe(2);
  });

  it('and want the same are both done', async () => {
    const form = await groupForm(app, cast.familyNavigation, { teamNavigation: 'off' });
    const answers = await Promise.all([post(admin, group(), form), post(admin, group(), form)]);
    expect(answers.map(({ status }) => status)).toEqual([303, 303]);
    expect((await team()).version).toBe(2);
  });

  it('are asked about what changed after a mistake, too: the form stays what its writer saw', async () => {
    const late = await groupForm(app, cast.familyNavigation, { name: '' });
    await save(admin, { teamNavigation: 'off' });
    for (const name of ['', 'Front Desk']) {
      const mistaken = await post(admin, group(), { ...late, name });
      expect([mistaken.status, /name="version" value="(\d+)"/.exec(mistaken.text)?.[1]]).toEqual([
        name === '' ? 422 : 409,
        name === '' ? '1' : '2',
      ]);
    }
    expect((await post(admin, group(), { ...late, name: 'Families' })).status).toBe(409);
    expect(await team()).toMatchObject({ name: 'Family Navigation', teamNavigation: false, version: 2 });
  });

  it('cannot name it as another Group of the Site', async () => {
    const taken = await save(admin, { name: 'front desk' });
    expect([taken.status, taken.text.includes('There is a Group with this name already')]).toEqual([422, true]);
  });

  it('and one who makes another never give two Groups of the Site one name, however they coincide', async () => {
    for (const name of ['Night', 'Weekend', 'Summer', 'School', 'Housing', 'Elders']) {
      const teams = [cast.familyNavigation, cast.frontDesk];
      const forms = await Promise.all(teams.map((teamId) => groupForm(app, teamId, { name })));
      const answers = await Promise.all([
        ...teams.map((teamId, at) => post(admin, groupPage(teamId), forms[at])),
        post(admin, `${sitePage(cast.siteId)}/groups`, { name: name.toUpperCase() }),
      ]);
      expect(answers.map(({ status }) => status).sort()).toEqual([303, 422, 422]);
      expect(await app.deps.db.team.count({ where: { name: { in: [name, name.toUpperCase()] } } })).toBe(1);
    }
  });

  it('are refused a name for being the same alone, not for fitting it as a pattern', async () => {
    expect((await post(admin, `${sitePage(cast.siteId)}/groups`, { name: 'Front_Desk%' })).status).toBe(303);
    expect((await post(admin, `${sitePage(cast.siteId)}/groups`, { name: 'Front\\Desk' })).status).toBe(303);
    expect((await post(admin, `${sitePage(cast.siteId)}/groups`, { name: 'FRONT\\DESK' })).status).toBe(422);
    expect((await post(admin, `${sitePage(cast.siteId)}/groups`, { name: '%' })).status).toBe(303);
    expect((await save(admin, { name: 'front_desk' })).status).toBe(303);
  });
});
