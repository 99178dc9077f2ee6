import { createHash, randomBytes } from 'node:crypto';
import { APP_ROLE, EXTENSIONS, OWNER_ROLE, prepareDatabase, withClient } from '../../src/db/embedded-database.ts';
import { CARELESS, startScratch } from '../../src/db/embedded-scratch.ts';
import { migrate } from '../../src/db/migrate.ts';
import { grantToApp } from '../../src/db/roles.ts';

/** What a test file needs to make databases of its own. `adminUrl` is a superuser's. */
export type TestCluster = { adminUrl: string; template: string; passwords: { owner: string; app: string } };

type Opened = { cluster: TestCluster; close: () => Promise<void> };

/** One server and one migrated template for the whole run: TEST_DATABASE_URL (a superuser's) when it is set, else a scratch server. */
export async function openTestCluster(): Promise<Opened> {
  const given = process.env['TEST_DATABASE_URL'];
  if (given) return openGiven(given);
  const scratch = await startScratch({ ...CARELESS, max_connections: '300' });
  try {
    await prepareTemplate(scratch.ownerUrl);
  } catch (error) {
    await scratch.stop();
    throw error;
  }
  const passwords = { owner: new URL(scratch.ownerUrl).password, app: new URL(scratch.appUrl).password };
  return { cluster: { adminUrl: scratch.adminUrl, template: 'throughline', passwords }, close: scratch.stop };
}

/** A database's URL for one of its two roles. */
export function urlOf(cluster: TestCluster, database: string, role: 'owner' | 'app'): string {
  const url = new URL(cluster.adminUrl);
  url.username = role === 'owner' ? OWNER_ROLE : APP_ROLE;
  url.password = cluster.passwords[role];
  url.pathname = `/${database}`;
  return url.href;
}

async function openGiven(adminUrl: string): Promise<Opened> {
  const template = `throughline_test_${randomBytes(4).toString('hex')}`;
  // The same for every run on this server, so that runs side by side do not lock each other out.
  const password = createHash('sha256').update(adminUrl).digest('hex');
  const cluster = { adminUrl, template, passwords: { owner: password, app: password } };
  await prepareDatabase(adminUrl, cluster.passwords, template);
  await withClient(adminUrl, async (client) => {
    for (const role of [OWNER_ROLE, APP_ROLE]) await client.query(`ALTER ROLE ${role} PASSWORD '${password}'`);
  });
  await prepareTemplate(urlOf(cluster, template, 'owner'));
  return { cluster, close: () => dropDatabase(adminUrl, template) };
}

async function prepareTemplate(ownerUrl: string): Promise<void> {
  await migrate({ ownerUrl });
  await grantToApp(ownerUrl, APP_ROLE);
}

export async function createDatabase(cluster: TestCluster, name: string, template: string): Promise<void> {
  await withClient(cluster.adminUrl, (client) => client.query(`CREATE DATABASE ${name} TEMPLATE ${template} OWNER ${OWNER_ROLE}`));
}

/** An empty database with the extensions, for tests of migrations. */
export async function createEmptyDatabase(cluster: TestCluster, name: string): Promise<void> {
  await createDatabase(cluster, name, 'template0');
  const url = new URL(cluster.adminUrl);
  url.pathname = `/${name}`;
  await withClient(url.href, async (client) => {
    for (const extension of EXTENSIONS) await client.query(`CREATE EXTENSION IF NOT EXISTS ${extension}`);
  });
}

export async function dropDatabase(adminUrl: string, name: string): Promise<void> {
  await withClient(adminUrl, (client) => client.query(`DROP DATABASE IF EXISTS ${name} WITH (FORCE)`));
}
