import { describe, expect, it, vi } from 'vitest';
import type { ReferralAudience } from '../../../src/domain/visibility.ts';
import type { ChangeHint } from '../../../src/live/hint.ts';
import { openHintQueue } from '../../../src/live/hint-queue.ts';
import { createLog } from '../../../src/logger.ts';

const log = createLog('silent');
const hint = (id: string, version: number): ChangeHint => ({ type: 'referral:changed', id, version });
const audience = (id: string): ReferralAudience => ({ id, madeById: null, programId: 'p', seekerUserId: null, teamIds: [] });

function openTold(audiencesOf = (ids: readonly string[]) => Promise.resolve(ids.map(audience))) {
  const told: string[] = [];
  const asked: string[][] = [];
  const queue = openHintQueue({
    audiencesOf: (ids) => {
      asked.push([...ids]);
      return audiencesOf(ids);
    },
    emit: (referral, { version }) => told.push(`${referral.id}@${String(version)}`),
    log,
  });
  return { queue, told, asked };
}

describe('telling changes', () => {
  it('tells a first change at once and a burst after it together, each referral once with its newest number', async () => {
    const { queue, told, asked } = openTold();
    queue.add(hint('a', 1));
    for (let version = 2; version <= 50; version += 1) queue.add(hint(version % 2 ? 'a' : 'b', version));
    await vi.waitFor(() => expect(told).toEqual(['a@1', 'b@50', 'a@49']));
    expect(asked).toEqual([['a'], ['b', 'a']]);
    queue.stop();
  });

  it('tells nobody of a referral that is not there', async () => {
    const { queue, told, asked } = openTold(() => Promise.resolve([audience('other')]));
    queue.add(hint('gone', 1));
    await vi.waitFor(() => expect(asked).toHaveLength(1));
    expect(told).toEqual([]);
    queue.stop();
  });

  it('forgets nothing while the database is away (R-30)', async () => {
    let away = true;
    const { queue, told, asked } = openTold((ids) => (away ? Promise.reject(new Error('away')) : Promise.resolve(ids.map(audience))));
    queue.add(hint('a', 1));
    await vi.waitFor(() => expect(asked).toHaveLength(1));
    queue.add(hint('b', 2));
    away = false;
    await vi.waitFor(() => expect(told.sort()).toEqual(['a@1', 'b@2']), { timeout: 5_000 });
    queue.stop();
  });
});
