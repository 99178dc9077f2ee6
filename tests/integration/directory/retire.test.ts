import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { systemClock } from '../../../src/clock.ts';
import { openDatabase, type Db } from '../../../src/db/client.ts';
import { importDirectory } from '../../../src/directory/directory.service.ts';
import type { ImportReport } from '../../../src/directory/import-report.ts';
import { createLog } from '../../../src/logger.ts';
import { freshDatabase, type FreshDatabase } from '../../support/database.ts';
import { readPage, sanMateo, scratchFolder } from '../../support/directory.ts';

let database: FreshDatabase;
let db: Db;
let folder: Awaited<ReturnType<typeof scratchFolder>>;

beforeAll(async () => {
  database = await freshDatabase();
  db = openDatabase(database.url, createLog('silent'), 3);
  folder = await scratchFolder();
});

afterAll(async () => {
  await folder.remove();
  await db.$disconnect();
  await database.drop();
});

const load = (path: string): Promise<ImportReport> => importDirectory({ db, clock: systemClock, config: { timeZone: 'UTC' } }, { path });
const counts = ({ created, updated, unchanged, retired, skipped }: ImportReport): number[] => [
  created,
  updated,
  unchanged,
  retired.length,
  skipped.length,
];

describe('a program with referrals', () => {
  it('retires a service its source no longer lists and never deletes it under its referrals; it comes back when listed again', async () => {
    await load(sanMateo);
    const id = (await db.program.findFirstOrThrow({ where: { name: 'Project Smile' } })).id;
    const referral = await insertReferral(id);
    const page = await readPage(sanMateo);
    const shorter = { ...page, contents: page.contents.filter((one) => one['name'] !== 'Project Smile'), total_items: 22, size: 22 };
    const report = await load(await folder.write('shorter.json', shorter));
    expect(counts(report)).toEqual([0, 0, 20, 1, 2]);
    expect(report.retired).toEqual([{ label: 'Project Smile', reason: 'its source no longer lists it' }]);
    expect((await db.program.findUniqueOrThrow({ where: { id } })).retiredAt).toBeInstanceOf(Date);
    expect(await db.referral.findUnique({ where: { id: referral } })).toMatchObject({ programId: id });
    expect(counts(await load(sanMateo))).toEqual([0, 1, 20, 0, 2]);
    expect((await db.program.findUniqueOrThrow({ where: { id } })).retiredAt).toBeNull();
  });

  it('is imported by one import at a time', async () => {
    const reports = await Promise.allSettled([load(sanMateo), load(sanMateo)]);
    const refused = reports.flatMap((one) => (one.status === 'rejected' ? [String(one.reason)] : []));
    expect(refused.every((reason) => reason.includes('Another import is running'))).toBe(true);
    expect(await db.program.count()).toBe(21);
  });
});

async function insertReferral(programId: string): Promise<string> {
  const seeker = await db.seeker.create({ data: { firstName: 'Ana', lastName: 'Ruiz', contactPreference: 'phone' } });
  const shared = { sharedFirstName: 'Ana', sharedLastName: 'Ruiz', sharedLanguage: 'en', sharedPreference: 'phone' } as const;
  const referral = await db.referral.create({ data: { seekerId: seeker.id, programId, source: 'self', makerName: 'Ana R.', ...shared } });
  return referral.id;
}
