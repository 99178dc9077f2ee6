import { parseArgs } from 'node:util';
import dotenv from 'dotenv';
import { destination } from 'pino';
import { systemClock } from '../clock.ts';
import { BadSettings, readConfig } from '../config.ts';
import { openDatabase, type Db } from '../db/client.ts';
import { isDatabaseAway } from '../db/failure.ts';
import { NotAllowed } from '../domain/errors.ts';
import { createLog } from '../logger.ts';
import { fromRoot } from '../root.ts';
import { prepareDatabase } from '../start/database.ts';
import { aloneLines, linkLines, listLines, USAGE } from './operator-lines.ts';
import {
  createAdmin,
  createSite,
  deactivateAccount,
  reactivateAccount,
  removeAdmin,
  resetAccount,
  type OperatorDeps,
} from './operator.service.ts';
import { countWaitingClaims, listOperators, listSites } from './operator.store.ts';

interface Request {
  command: string;
  /** An address, or a Site's name. */
  what: string;
  name: string | undefined;
  admin: string | undefined;
}

type Command = (deps: OperatorDeps & { db: Db }, request: Request) => Promise<string[]>;

const COMMANDS: Readonly<Record<string, Command>> = {
  'create-admin': async (deps, { what, name }) => [
    `${what} is an operator.`,
    ...linkLines((await createAdmin(deps, { email: what, name })).link),
  ],
  'remove-admin': async (deps, { what }) => removeAdmin(deps, what).then(() => [`${what} is no operator any more.`]),
  'create-site': async (deps, { what, name, admin = '' }) => {
    const { made, link } = await createSite(deps, what, { email: admin, name });
    return [`${made ? 'Made the Site' : 'There is the Site'} ${what}. ${admin} is one of its admins.`, ...linkLines(link)];
  },
  deactivate: async (deps, { what }) => [
    `${what} is deactivated and signed out everywhere.`,
    ...aloneLines(await deactivateAccount(deps, what)),
  ],
  reactivate: async (deps, { what }) => reactivateAccount(deps, what).then(() => [`${what} can sign in again.`]),
  reset: async (deps, { what }) => [
    `All sessions of ${what} are ended, and the old password works no more.`,
    ...linkLines(await resetAccount(deps, what)),
  ],
};

const list: Command = async ({ db }) =>
  listLines({ operators: await listOperators(db), sites: await listSites(db), waitingClaims: await countWaitingClaims(db) });

process.exitCode = await main(process.argv.slice(2));

async function main(args: string[]): Promise<number> {
  const request = readArguments(args);
  if (!request) return fail(USAGE.join('\n'));
  try {
    await run(request);
    return 0;
  } catch (error) {
    if (error instanceof NotAllowed) return fail(`Nothing was changed: ${error.message}`);
    if (isDatabaseAway(error)) return fail('The database cannot be reached. Nothing was changed.');
    if (error instanceof BadSettings) return fail(error.message);
    throw error;
  }
}

async function run(request: Request): Promise<void> {
  dotenv.config({ path: fromRoot('.env'), quiet: true });
  const config = readConfig(process.env);
  const log = createLog('warn');
  // Beside what is said to whoever gave the command: a line to keep, for what was changed (S-61).
  const record = createLog('info', destination({ dest: 2, sync: true }));
  const database = await prepareDatabase(config, log);
  const db = openDatabase(database.url, log, 2);
  try {
    const lines = await (COMMANDS[request.command] ?? list)({ db, clock: systemClock, config, log: record }, request);
    process.stdout.write(`${lines.join('\n')}\n`);
  } finally {
    await db.$disconnect();
    await database.stop();
  }
}

/** Null for what is no command, or lacks something it needs. */
function readArguments(args: string[]): Request | null {
  try {
    const options = { name: { type: 'string' }, admin: { type: 'string' } } as const;
    const { positionals, values } = parseArgs({ args, allowPositionals: true, options });
    const [command = '', what = '', ...rest] = positionals;
    const complete = command === 'list' ? what === '' : Object.hasOwn(COMMANDS, command) && what !== '' && rest.length === 0;
    if (!complete || (command === 'create-site') !== (values.admin !== undefined)) return null;
    return { command, what, name: values.name, admin: values.admin };
  } catch {
    return null;
  }
}

function fail(message: string): number {
  process.stderr.write(`${message}\n`);
  return 1;
}
