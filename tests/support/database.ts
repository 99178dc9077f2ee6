import { randomBytes } from 'node:crypto';
import { inject } from 'vitest';
import { createDatabase, createEmptyDatabase, dropDatabase, urlOf } from './database-cluster.ts';

export type FreshDatabase = {
  /** As the app's role, which may not change history. */
  url: string;
  /** As the owner: for laying out what a test starts from. */
  ownerUrl: string;
  drop: () => Promise<void>;
};

/** A migrated database of its own for a test file: `const db = await freshDatabase()`, and `await db.drop()` at the end. */
export async function freshDatabase(): Promise<FreshDatabase> {
  return make((cluster, name) => createDatabase(cluster, name, cluster.template));
}

/** A database with nothing in it, for tests of the migrations themselves. */
export async function emptyDatabase(): Promise<FreshDatabase> {
  return make(createEmptyDatabase);
}

async function make(create: typeof createEmptyDatabase): Promise<FreshDatabase> {
  const cluster = inject('testCluster');
  const name = `test_${randomBytes(6).toString('hex')}`;
  await create(cluster, name);
  return {
    url: urlOf(cluster, name, 'app'),
    ownerUrl: urlOf(cluster, name, 'owner'),
    drop: () => dropDatabase(cluster.adminUrl, name),
  };
}
