import type { TestProject } from 'vitest/node';
import { type TestCluster, openTestCluster } from './database-cluster.ts';

declare module 'vitest' {
  export interface ProvidedContext {
    testCluster: TestCluster;
  }
}

/** Both projects that need a database ask for it; this file is loaded for each of them, so what they share is kept on the process. */
const shared = globalThis as { throughlineTests?: { users: number; cluster: ReturnType<typeof openTestCluster> } };

export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  const run = (shared.throughlineTests ??= { users: 0, cluster: openTestCluster() });
  run.users += 1;
  const { cluster, close } = await run.cluster;
  project.provide('testCluster', cluster);
  return async () => {
    run.users -= 1;
    if (run.users > 0) return;
    delete shared.throughlineTests;
    await close();
  };
}
