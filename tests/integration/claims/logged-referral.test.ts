import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startApp, type TestApp } from '../../support/app.ts';
import { createCast, type Cast } from '../../support/cast.ts';
import { writeMail } from '../../../src/mail/messages/write-mail.ts';
import { claimEmail } from '../../../src/mail/delivery.store.ts';
import { newId } from '../../../src/db/new-id.ts';
import { sent, WELL } from '../../support/connect-form.ts';
import { unclaimedProgram } from './unclaimed-program.ts';

let app: TestApp;
let cast: Cast;
beforeAll(async () => {
  app = await startApp();
  cast = await createCast(app.deps.db);
});
afterAll(() => app.close());

const mailsOf = (referralId: string) => app.deps.db.email.findMany({ where: { referralId, party: 'program' } });

describe('a Program nobody has claimed (R28)', () => {
  it('that lists a referral address is mailed there, with a Status link when the mail is written; nothing is logged', async () => {
    const programId = await unclaimedProgram(app, 'Mailbox Clinic', { referralEmail: 'intake@mailbox.test' });
    const navigator = await app.signIn(cast.navigator.email);
    expect((await navigator.get(`/programs/${programId}/connect`)).text).toContain('Mailbox Clinic gets an email with a link.');
    const { referralId } = await sent(navigator, programId, WELL);
    expect(await mailsOf(referralId)).toMatchObject([{ kind: 'referral_received', toAddress: 'intake@mailbox.test', userId: null }]);
    expect((await navigator.get(`/referrals/${referralId}`)).text).not.toContain('Logged');
  });

  it('and lists none is sent nothing: the maker’s page says "Logged", whom to call, and that nobody there reads it', async () => {
    const programId = await unclaimedProgram(app, 'Quiet Shelter', { phone: '(650) 555-0100' });
    const navigator = await app.signIn(cast.navigator.email);
    const { referralId } = await sent(navigator, programId, WELL);
    expect(await mailsOf(referralId)).toEqual([]);
    const page = (await navigator.get(`/referrals/${referralId}`)).text;
    expect(page).toContain('Logged, not sent. Nobody there gets email yet.');
    expect(page).toContain('Logged. Nobody at Quiet Shelter gets email from here yet. Tell them by phone.');
    expect(page).toContain('Call (650)\u00a0555\u20110100');
    expect(page).toContain('nobody at the Program yet.');
  });

  it('and the Seeker’s mail promises nothing that will not happen: it says that nobody there hears of it, and whom to call', async () => {
    const programId = await unclaimedProgram(app, 'Still Shelter', { phone: '(650) 555-0100' });
    const navigator = await app.signIn(cast.navigator.email);
    const { referralId } = await sent(navigator, programId, {
      ...WELL,
      language: 'en',
      contactPreference: 'email',
      email: 'kept@seekers.test',
    });
    const { id } = await app.deps.db.email.findFirstOrThrow({ where: { referralId, party: 'seeker' } });
    const written = await writeMail(app.deps, (await claimEmail(app.deps.db, id, newId()))!);
    if (!('mail' in written)) throw new Error('No mail');
    expect(written.mail.subject).toBe('We keep your referral');
    expect(written.mail.text).toContain('Nobody there gets email from us yet.');
    expect(written.mail.text).toContain('so call them: (650)\u00a0555\u20110100.');
    expect(written.mail.text).not.toMatch(/get in touch|1\. Sent/);
  });

  it('logs it; whoever claims the Program later reads it, and the page says so no more (R10, R27)', async () => {
    const programId = await unclaimedProgram(app, 'Later Shelter');
    const navigator = await app.signIn(cast.navigator.email);
    const { referralId } = await sent(navigator, programId, WELL);
    const { id } = await app.deps.db.claimRequest.create({ data: { programId, userId: cast.stranger.id, message: 'I work here.' } });
    await (await app.signIn(cast.admin.email)).post(`/settings/claims/${id}/approve`).type('form').send({});
    expect((await (await app.signIn(cast.stranger.email)).get(`/referrals/${referralId}`)).status).toBe(200);
    expect((await navigator.get(`/referrals/${referralId}`)).text).not.toContain('Logged');
    const next = await sent(navigator, programId, { ...WELL, firstName: 'Berta' });
    expect(await mailsOf(next.referralId)).toMatchObject([{ toAddress: cast.stranger.email }]);
  });
});

describe('a Program whose Claimers’ accounts are all closed', () => {
  it('reaches nobody, and says so before and after', async () => {
    const programId = await unclaimedProgram(app, 'Closed Pantry');
    const closed = { email: 'closed@pantry.test', firstName: 'Cleo', lastName: 'Old', deactivatedAt: new Date() };
    const { id: userId } = await app.deps.db.user.create({ data: closed });
    await app.deps.db.team.create({ data: { name: 'Closed Pantry', programId, memberships: { create: { userId, role: 'admin' } } } });
    const navigator = await app.signIn(cast.navigator.email);
    expect((await navigator.get(`/programs/${programId}/connect`)).text).toContain('Nobody at Closed Pantry gets email from here yet.');
    const { referralId } = await sent(navigator, programId, WELL);
    expect(await mailsOf(referralId)).toEqual([]);
    expect((await navigator.get(`/referrals/${referralId}`)).text).toContain('Logged, not sent.');
  });
});
