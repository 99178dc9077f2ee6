import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { queries, queriesIn, type Query } from './queries.ts';
import { filesBelow, type SourceFile } from './sources.ts';

const sources = filesBelow('src', '.ts');

/** How often a query names a table, in whatever part of it. */
function naming(sql: string, table: string): number {
  return [...sql.matchAll(new RegExp(`(?:\\b(?:FROM|JOIN|UPDATE|INTO|USING)\\s+(?:ONLY\\s+)?|,\\s*)"?${table}"?(?![\\w"])`, 'gi'))].length;
}

const REFERRAL = /^(?:referral|referrals|referralsMade|forwardedFrom|forwardedTo)\./;
const AFTER_THE_DOOR = 'writes a row that its service has found through the door, in the same transaction';

/**
 * Every function whose query names a referral without visibleTo or inboundOf beside it, how often, and why it may.
 * Whoever adds one here says what keeps it from telling anybody of a referral they do not see.
 */
const WITHOUT_DOOR: Readonly<Record<string, [times: number, why: string]>> = {
  'src/accounts/seeker-link.store.ts unlinkSeekers': [1, 'asks who wrote a record of a Seeker, and tells nothing'],
  'src/goals/filed.store.ts fileReferral': [1, AFTER_THE_DOOR],
  'src/inbound/inbound-row.store.ts rowsOf': [1, 'its callers hand the door in: see the next test'],
  'src/inbound/inbound.store.ts counted': [1, 'its callers hand the door in: see the next test'],
  'src/live/referral-audience.store.ts audiencesOf': [1, 'decides which rooms hear of a change; a hint holds an id alone (S-44)'],
  'src/looks/look.store.ts madeInSites': [1, 'asks for whom a Site’s Workers made referrals, and tells nothing of them (R15)'],
  'src/mail/due-reminder.store.ts takeDueReminders': [2, 'the worker acts for nobody: which Programs are reminded'],
  'src/mail/mail-context.store.ts referralContextOf': [1, 'the worker acts for nobody: whether the recipient may still read the mail'],
  'src/referrals/forward.store.ts lockReferral': [1, 'locks a row, reads nothing'],
  'src/referrals/forward.store.ts markReferredElsewhere': [1, AFTER_THE_DOOR],
  'src/referrals/mailed-parties.store.ts partiesOf': [1, 'whom to mail about a change that came through the door'],
  'src/referrals/profile-change.store.ts sayProfileChanged': [
    1,
    'says that referrals look different; each hint is heard by those who see it',
  ],
  'src/referrals/referral-chain.store.ts chainOf': [1, 'the referral the page stands on; what comes before it goes through the door'],
  'src/referrals/seen.store.ts recordSeen': [1, AFTER_THE_DOOR],
  'src/referrals/send-referral.store.ts insertReferral': [1, 'makes it'],
  'src/referrals/status-move.store.ts moving': [2, AFTER_THE_DOOR],
  'src/referrals/withdraw.store.ts markWithdrawn': [1, AFTER_THE_DOOR],
  'src/status-links/status-link.store.ts findLink': [
    1,
    'reads who holds a link; its page reads the referral as that link, through the door',
  ],
};

describe('the queries of the source', () => {
  it('name a referral beside visibleTo or inboundOf, each time, but for the functions listed with their reason (R13)', () => {
    const open: Record<string, number> = {};
    for (const query of queries) {
      const times = REFERRAL.test(query.call) ? 1 : Math.max(0, naming(query.sql, 'referral') - query.doors);
      if (times > 0) open[query.place] = (open[query.place] ?? 0) + times;
    }
    expect(open).toEqual(Object.fromEntries(Object.entries(WITHOUT_DOOR).map(([place, [times]]) => [place, times])));
  });

  it('that take their condition from a caller are called by functions that made it with a door (R13)', () => {
    const inbound = sources.filter(({ path }) => /^src\/(?:inbound|dashboards)\//.test(path));
    const calling = sources.filter(({ text }) => /\b(?:rowsOf|counted)\(/.test(text)).map(({ path }) => path);
    expect(calling.filter((path) => !inbound.some((one) => one.path === path))).toEqual([]);
    const functions = inbound.flatMap(({ path, text }) =>
      text.split(/\n(?=(?:export )?(?:async )?function )/).map((body) => ({ path, body })),
    );
    const callers = functions.filter(({ body }) => /(?<!function )\b(?:rowsOf|counted)\(/.test(body));
    expect(callers.length).toBeGreaterThan(3);
    expect(callers.filter(({ body }) => !/\b(?:visibleTo|inboundOf|matching)\(/.test(body))).toEqual([]);
    expect(functions.find(({ body }) => /^export function matching\(/.test(body))?.body).toMatch(/\[inboundOf\(/);
  });

  it('change Sites, Teams, who belongs to them and who is invited in src/teams alone (R27)', () => {
    const written = queries.filter(writesTeams).map(({ place }) => place);
    expect(new Set(written).size).toBeGreaterThan(10);
    expect(written.filter((place) => !place.startsWith('src/teams/'))).toEqual([]);
  });

  it('are never made of text: raw ones are tagged, but for pg-boss’ own, and src/db, which names databases and roles', () => {
    const unsafe = sources.flatMap(({ path, text }) => [...text.matchAll(/RawUnsafe|Prisma\.raw\b/g)].map(() => path));
    expect(unsafe).toEqual(['src/jobs/mail-queue.ts']);
    const built = queries.filter(({ built, place }) => built && !place.startsWith('src/db/')).map(({ place }) => place);
    // Put together once, of two constants.
    expect(built).toEqual(['src/http/session-account.ts SESSION']);
  });

  it('stand in stores and src/db, but for the sessions’, the job queue’s, the hints’ and the demo’s', () => {
    const others = queries.filter(({ place }) => !/^src\/db\/|\.store\.ts /.test(place)).map(({ place }) => place.split(' ')[0]);
    expect([...new Set(others)].sort()).toEqual([
      'src/http/session-account.ts',
      'src/http/session-rows.ts',
      'src/jobs/mail-queue.ts',
      'src/live/notify.ts',
      'src/start/demo-data.ts',
    ]);
  });

  it('change nothing where routes ask them: routes read through stores, and change through services', () => {
    const changing = new Set(queries.filter(changes).map(({ place }) => place));
    const routes = sources.filter(({ path }) => path.endsWith('.routes.ts'));
    const asked = routes.flatMap((file) => storesOf(file).map((place) => ({ by: file.path, place })));
    expect(asked.length).toBeGreaterThan(30);
    expect(asked.filter(({ place }) => changing.has(place))).toEqual([]);
  });

  it('are each seen, also beside a guarded one, in a relation and in plain text', () => {
    const seen = queriesIn(
      'a.ts',
      `function f(db, actor) {
        const mine = visibleTo(actor);
        const one = Prisma.sql\`SELECT 1 FROM referral r WHERE \${mine}\`;
        const two = Prisma.sql\`SELECT 1 FROM referral WHERE id = \${one}\`;
        return [db.note.findMany({ include: { referral: true } }), pool.query('SELECT 1 FROM referral'), \`DELETE FROM team \${two}\`];
      }`,
    );
    expect(seen.map((query) => naming(query.sql, 'referral') - query.doors)).toEqual([0, 1, 0, 0, 1, 0]);
    expect(seen.map(({ call }) => call).filter(Boolean)).toEqual(['note.findMany', 'referral.findMany']);
    expect(seen.map(({ built }) => built)).toEqual([false, false, false, false, false, true]);
    expect(seen.map(writesTeams)).toEqual([false, false, false, false, false, true]);
  });
});

/** The functions of stores that a file imports, as places of queries. */
function storesOf(file: SourceFile): string[] {
  const imports = [...file.text.matchAll(/^import \{([^}]*)\} from '([^']*\.store\.ts)'/gm)];
  return imports.flatMap(([, names = '', from = '']) =>
    names
      .split(',')
      .map((name) => name.trim())
      .filter((name) => name !== '' && !name.startsWith('type '))
      .map((name) => `${join(file.path, '..', from)} ${name}`),
  );
}

function changes({ sql, call }: Query): boolean {
  return /\b(?:INSERT\s+INTO|DELETE\s+FROM|UPDATE\s+\w+)/i.test(sql) || /\.(?:create|update|upsert|delete)/.test(call);
}

const TEAM_TABLES = ['site', 'team', 'membership', 'site_admin', 'invitation'];
const TEAM_MODELS =
  /^(?:site|team|membership|siteAdmin|invitation|groups|admins|siteAdmins|memberships|invitations|invitationsMade)\.(?:create|update|upsert|delete)/;

function writesTeams({ sql, call }: Query): boolean {
  const writes = new RegExp(`\\b(?:INSERT\\s+INTO|UPDATE|DELETE\\s+FROM)\\s+(?:ONLY\\s+)?"?(?:${TEAM_TABLES.join('|')})"?(?![\\w"])`, 'i');
  return writes.test(sql) || TEAM_MODELS.test(call);
}
