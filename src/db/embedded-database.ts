import pg from 'pg';

export const EXTENSIONS = ['pg_trgm', 'unaccent', 'citext', 'cube', 'earthdistance'];
export const OWNER_ROLE = 'throughline_owner';
export const APP_ROLE = 'throughline_app';
export const DATABASE = 'throughline';

export function localUrl(port: number, role: string, password: string, database = DATABASE): string {
  return `postgresql://${role}:${password}@127.0.0.1:${String(port)}/${database}`;
}

/** Runs `work` with one connection and closes it. */
export async function withClient<Result>(url: string, work: (client: pg.Client) => Promise<Result>): Promise<Result> {
  const client = new pg.Client({ connectionString: url, connectionTimeoutMillis: 10_000 });
  // Without a listener a server that goes away ends this process.
  client.on('error', () => undefined);
  await client.connect();
  try {
    return await work(client);
  } finally {
    await client.end();
  }
}

export async function canConnect(port: number, password: string): Promise<boolean> {
  return withClient(localUrl(port, 'postgres', password, 'postgres'), (client) => client.query('SELECT 1')).then(
    () => true,
    (error: unknown) => {
      if ((error as { code?: string }).code !== '28P01') return false;
      throw new Error('The embedded PostgreSQL refuses the password in database.json: data directory and database do not belong together.');
    },
  );
}

/** The owner migrates, the app runs; both and their database are made when missing. `adminUrl` is a superuser's. */
export async function prepareDatabase(adminUrl: string, passwords: { owner: string; app: string }, database = DATABASE): Promise<void> {
  await withClient(adminUrl, async (client) => {
    await createRole(client, OWNER_ROLE, passwords.owner);
    await createRole(client, APP_ROLE, passwords.app);
    const found = await client.query('SELECT 1 FROM pg_database WHERE datname = $1', [database]);
    if (found.rowCount === 0) await client.query(`CREATE DATABASE ${client.escapeIdentifier(database)} OWNER ${OWNER_ROLE}`);
  });
  const inside = new URL(adminUrl);
  inside.pathname = `/${database}`;
  await withClient(inside.href, async (client) => {
    // earthdistance may only be installed by a superuser, so it is not left to the migrations.
    for (const extension of EXTENSIONS) await client.query(`CREATE EXTENSION IF NOT EXISTS ${extension}`);
  });
}

async function createRole(client: pg.Client, role: string, password: string): Promise<void> {
  const found = await client.query('SELECT 1 FROM pg_roles WHERE rolname = $1', [role]);
  if (found.rowCount === 0) await client.query(`CREATE ROLE ${role} LOGIN PASSWORD ${client.escapeLiteral(password)}`);
}
