import { randomBytes, randomUUID } from 'node:crypto';
import autocannon from 'autocannon';
import pg from 'pg';
import { median } from './figures.ts';
import type { Visitor } from './browser-session.ts';

export interface UpdateFigures {
  perSecond: number;
  /** The same rows and the same NOTIFY, by one statement through pg. */
  floorPerSecond: number;
  /** The same rows without the NOTIFY, which takes a lock of the whole database at each commit. */
  rowsOnlyPerSecond: number;
  ratio: number;
}

const CLIENTS = 8;

interface Target {
  id: string;
  version: number;
}

/** Status updates per second by 8 clients at once, beside the floors, in turn. Each referral is moved once. */
export async function measureUpdates(
  url: string,
  visitor: Visitor,
  programId: string,
  rounds: number,
  seconds: number,
): Promise<UpdateFigures> {
  const pool = new pg.Pool({ connectionString: url, max: CLIENTS });
  try {
    const targets = await targetsOf(pool, 'p.id = $1', programId);
    const others = await targetsOf(pool, 'p.id <> $1', programId);
    const results = { app: [] as number[], floor: [] as number[], rows: [] as number[] };
    for (let round = 0; round <= rounds; round += 1) {
      const length = round === 0 ? 1 : seconds;
      const rows = await rate(others, length, (target) => byOneStatement(pool, target, false));
      const floor = await rate(others, length, (target) => byOneStatement(pool, target, true));
      const app = await throughTheApp(visitor, targets, length);
      if (round === 0) continue;
      results.rows.push(rows);
      results.floor.push(floor);
      results.app.push(app);
    }
    return {
      perSecond: median(results.app),
      floorPerSecond: median(results.floor),
      rowsOnlyPerSecond: median(results.rows),
      ratio: median(results.app.map((app, i) => app / results.floor[i]!)),
    };
  } finally {
    await pool.end();
  }
}

/** The app moves referrals of the measured Program; the floors those of others, of which there are more. */
async function targetsOf(pool: pg.Pool, where: string, programId: string): Promise<Target[]> {
  const { rows } = await pool.query<Target>(
    `SELECT r.id, r.version FROM referral r JOIN program p ON p.id = r.program_id
     WHERE ${where} AND r.status NOT IN ('not_updated', 'pending') ORDER BY random()`,
    [programId],
  );
  return rows;
}

function next(targets: Target[]): Target {
  const target = targets.pop();
  if (!target) throw new Error('The measured Program has too few referrals for so many updates');
  return target;
}

async function rate(targets: Target[], seconds: number, work: (target: Target) => Promise<void>): Promise<number> {
  const until = performance.now() + seconds * 1_000;
  const started = performance.now();
  let done = 0;
  const client = async (): Promise<void> => {
    while (performance.now() < until) {
      await work(next(targets));
      done += 1;
    }
  };
  await Promise.all(Array.from({ length: CLIENTS }, client));
  return done / ((performance.now() - started) / 1_000);
}

/** The forms are sent by the tool that measures the pages: it takes little of the machine for itself. */
async function throughTheApp(visitor: Visitor, targets: Target[], seconds: number): Promise<number> {
  const setupRequest = (request: autocannon.Request): autocannon.Request => {
    const { id, version } = next(targets);
    const form = {
      status: 'pending',
      version: String(version),
      reason: 'Called and left word',
      _idem: randomBytes(16).toString('base64url'),
    };
    return { ...request, path: `/referrals/${id}/status`, body: new URLSearchParams(form).toString() };
  };
  const { base, cookie } = visitor;
  const headers = { cookie, origin: base, 'content-type': 'application/x-www-form-urlencoded' };
  const options = { url: base, method: 'POST', headers, connections: CLIENTS, duration: seconds, requests: [{ setupRequest }] } as const;
  const { statusCodeStats, errors, requests } = await autocannon({ ...options, requests: [...options.requests] });
  const answers = Object.keys(statusCodeStats ?? {}).join();
  if (answers !== '303' || errors > 0) throw new Error(`Status updates were answered with ${answers}, ${String(errors)} failed`);
  return requests.average;
}

const ROWS = `
  WITH moved AS (
    UPDATE referral SET status = 'pending', version = version + 1, status_changed_at = now() WHERE id = $1 AND version = $2 RETURNING id, version),
  event AS (
    INSERT INTO referral_event (id, referral_id, kind, from_status, to_status, reason, via, version, actor_name, actor_organization, created_at)
    SELECT $3, id, 'status_changed', 'eligible', 'pending', 'Called and left word', 'dashboard', version, 'Maria G.', 'Program 0', now()
    FROM moved RETURNING id, referral_id, sequence),
  mail AS (
    INSERT INTO email (id, kind, dedupe_key, to_address, language, referral_id, party, event_id)
    SELECT m.id, 'status_changed', m.id::text, 'someone@example.org', 'en', e.referral_id, 'maker', e.id
    FROM event e, (VALUES ($4::uuid), ($5::uuid)) AS m (id) RETURNING id),
  job AS (
    INSERT INTO pgboss.job (name, data, singleton_key, policy, expire_in, keep_until)
    SELECT 'mail', json_build_object('emailId', id), id::text, 'short', interval '60 seconds', now() + interval '14 days' FROM mail RETURNING id),
  press AS (
    INSERT INTO idempotency_key (actor, key, request_hash, location) VALUES ('bench', $6, $6, '/inbound') RETURNING key)
  SELECT`;

async function byOneStatement(pool: pg.Pool, { id, version }: Target, notify: boolean): Promise<void> {
  const hint = `json_build_object('type', 'referral:changed', 'id', referral_id, 'version', sequence)::text`;
  const end = notify ? ` pg_notify('changes', ${hint}) FROM event` : ' sequence FROM event';
  const values = [id, version, randomUUID(), randomUUID(), randomUUID(), randomBytes(16).toString('base64url')];
  const { rowCount } = await pool.query({ name: `floor-${String(notify)}`, text: ROWS + end, values });
  if (rowCount !== 1) throw new Error('The floor wrote nothing');
}
