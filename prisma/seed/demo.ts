import { hashPassword } from '../../src/accounts/password-hash.ts';
import { inTransaction } from '../../src/db/transaction.ts';
import type { Deps } from '../../src/deps.ts';
import { storePrograms } from '../../src/directory/directory.service.ts';
import type { Jobs } from '../../src/jobs.ts';
import { DEMO_PASSWORD } from '../../src/domain/demo.ts';
import { playActs } from './demo-acts.ts';
import { PEOPLE, seedCast } from './demo-cast.ts';
import { demoDirectory } from './demo-directory.ts';
import { demoStory } from './demo-story.ts';

type SeedDeps = Pick<Deps, 'db' | 'clock' | 'jobs' | 'config' | 'log'>;

/** How far back the mail of the story is really sent, to the dev inbox. */
const FRESH_DAYS = 1;
const DAY_MS = 86_400_000;

/**
 * Fills an empty database with the demo; true when the demo is there, from now or before. Refused in production, whatever the
 * caller thinks (S-09).
 */
export async function seedDemo(deps: SeedDeps): Promise<boolean> {
  if (deps.config.production) throw new Error('Demo data is never written in production');
  if ((await deps.db.user.count()) > 0) return (await deps.db.user.count({ where: { email: PEOPLE.navigator[0] } })) > 0;
  deps.log.info('filling the empty database with the demo');
  const now = deps.clock.now();
  await storePrograms(deps, 'demo', demoDirectory());
  const passwordHash = await hashPassword(DEMO_PASSWORD);
  const users = await inTransaction(deps, (tx) => seedCast(tx, passwordHash, new Date(now.getTime() - 400 * DAY_MS)));
  const programs = await deps.db.program.findMany({ where: { source: 'demo' }, select: { id: true, name: true, sourceId: true } });
  const stage = { users, programs: new Map(programs.map((p) => [p.sourceId, p])), referrals: new Map(), seekers: new Map() };
  const acts = demoStory(now, deps.config.timeZone);
  const isOld = ({ at }: { at: Date }): boolean => now.getTime() - at.getTime() > FRESH_DAYS * DAY_MS;
  await playActs({ ...stage, deps: { ...deps, jobs: noDelivery } }, acts.filter(isOld));
  await markSent(deps);
  await playActs(
    { ...stage, deps },
    acts.filter((act) => !isOld(act)),
  );
  return true;
}

/** Mail of days gone by is not sent today. */
const noDelivery: Jobs = { deliverEmails: () => Promise.resolve() };

async function markSent({ db }: SeedDeps): Promise<void> {
  await db.$executeRaw`
    UPDATE email m SET state = 'sent', attempts = 1, created_at = e.created_at, sent_at = e.created_at + interval '20 seconds'
    FROM referral_event e WHERE e.id = m.event_id AND m.state = 'queued'`;
}
