import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { newId } from '../../../src/db/new-id.ts';
import { inTransaction } from '../../../src/db/transaction.ts';
import { queueEmail } from '../../../src/mail/email.store.ts';
import { startApp, type TestApp } from '../../support/app.ts';

let app: TestApp;

beforeAll(async () => {
  app = await startApp({ live: true });
});

afterAll(() => app.close());

afterEach(() => app.deps.db.email.deleteMany());

/** A mail that was queued so many minutes ago, whose next turn is so many minutes from now. */
async function queued(minutesAgo: number, turnIn: number): Promise<void> {
  const { db, jobs } = app.deps;
  const id = await inTransaction(app.deps, async (tx) => {
    const email = await queueEmail(tx, { kind: 'account_exists', dedupeKey: newId(), toAddress: 'ana@example.org', language: 'en' });
    await jobs.deliverEmails(tx, [email]);
    return email;
  });
  await db.$executeRaw`UPDATE email SET created_at = now() - ${minutesAgo}::int * interval '1 minute' WHERE id = ${id}::uuid`;
  await db.$executeRaw`UPDATE pgboss.job SET start_after = now() + ${turnIn}::int * interval '1 minute' WHERE singleton_key = ${id}`;
}

async function ready(): Promise<[number, string]> {
  const { status, text } = await app.request().get('/readyz');
  return [status, text.trim()];
}

describe('/readyz (R-21)', () => {
  test('is not ready when a mail’s turn came more than ten minutes ago', async () => {
    await queued(12, -12);
    expect(await ready()).toEqual([503, 'mail is late']);
  });

  test('is ready while mail waits for less', async () => {
    await queued(8, -8);
    expect(await ready()).toEqual([200, 'ready']);
  });

  test('is ready while a mail whose server was busy waits for its next try', async () => {
    await queued(300, 4);
    expect(await ready()).toEqual([200, 'ready']);
  });

  test('is not ready when a mail has no job and nobody finds it', async () => {
    await queued(12, -12);
    await app.deps.db.$executeRaw`UPDATE pgboss.job SET state = 'completed'`;
    expect(await ready()).toEqual([503, 'mail is late']);
  });
});
