import { randomBytes } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startApp, type TestApp } from '../../support/app.ts';

let app: TestApp;
beforeAll(async () => {
  app = await startApp();
});
afterAll(() => app.close());

const HOUR = 3_600_000;
const before = (hours: number): Date => new Date(app.clock.now().getTime() - hours * HOUR);

describe('the workers’ round of each minute', () => {
  it('forgets presses of forms after a day (R-04), and tokens of accounts a month after they ended (S-30), and no sooner', async () => {
    const { db } = app.deps;
    const press = (key: string, hours: number) => ({ actor: 'someone', key, requestHash: 'h', createdAt: before(hours) });
    await db.idempotencyKey.createMany({ data: [press('old', 25), press('fresh', 23)] });
    const { id: userId } = await db.user.create({ data: { email: 'a@tokens.test', firstName: 'A', lastName: 'B' } });
    const token = (purpose: string, daysAgo: number, used: boolean) => ({
      ...{ userId, purpose, tokenHash: new Uint8Array(randomBytes(32)) },
      ...{ expiresAt: before(daysAgo * 24), usedAt: used ? before(daysAgo * 24 + 1) : null },
    });
    const ended = [token('password_reset', 31, false), token('confirm_email', 31, true), token('sign_in_link', 29, true)];
    await db.accountToken.createMany({ data: [...ended, token('new_email_asked', -1, false)] });
    await app.jobs.startWorkers();
    expect(await db.idempotencyKey.findMany({ where: { actor: 'someone' }, select: { key: true } })).toEqual([{ key: 'fresh' }]);
    const left = await db.accountToken.findMany({ orderBy: { expiresAt: 'asc' }, select: { purpose: true } });
    expect(left.map(({ purpose }) => purpose)).toEqual(['sign_in_link', 'new_email_asked']);
  });
});
