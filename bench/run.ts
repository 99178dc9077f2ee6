import { join } from 'node:path';
import pg from 'pg';
import { hashPassword } from '../src/accounts/password-hash.ts';
import { openBrowser } from '../tests/support/browser.ts';
import { signInAs, type Visitor } from './browser-session.ts';
import { table, type Figure } from './figures.ts';
import { measureLive, type LiveFigures } from './live.ts';
import { measurePage, type PageFigures } from './pages.ts';
import { peopleFigures } from './people-figures.ts';
import { openRig, startWeb, type Rig } from './rig.ts';
import { seedBench, type SeedPlan } from './seed.ts';
import { measureStart } from './start.ts';
import { measureUpdates, type UpdateFigures } from './updates.ts';
import { measureWeight, weightFigures, type Weights } from './weight.ts';

const PASSWORD = 'bench-password-of-no-one';
const LARGE: SeedPlan = { referrals: 200_000, measuredProgram: 10_000 };
const SMALL: SeedPlan = { referrals: 1_000, measuredProgram: 100 };
const ROUNDS = 5;
const json = process.argv.includes('--json');
const tell = (line: string): void => void process.stderr.write(`${line}\n`);

interface Measured {
  page: PageFigures;
  update: UpdateFigures | null;
  live: LiveFigures | null;
  weights: Weights;
}

async function measureDatabase(rig: Rig, name: string, plan: SeedPlan, port: number, whole: boolean): Promise<Measured> {
  const { ownerUrl, appUrl } = await rig.database(name);
  const { programId, claimerEmail, navigatorEmail } = await seedBench(ownerUrl, plan, await hashPassword(PASSWORD), tell);
  const web = await startWeb(appUrl, port);
  const pool = new pg.Pool({ connectionString: appUrl, max: 2 });
  try {
    const visitor = await signInAs(web.base, claimerEmail, PASSWORD);
    tell(`measuring the Inbound page among ${plan.referrals.toLocaleString('en')} referrals`);
    const page = await measurePage(web.base, `/inbound/${programId}?status=progress`, visitor.cookie, ROUNDS, 4);
    tell(`  ${page.perSecond.toFixed(0)}/s, floor ${page.floorPerSecond.toFixed(0)}/s, ratio ${page.ratio.toFixed(2)}`);
    if (!whole) {
      tell('weighing the first load of pages');
      const navigator = await signInAs(web.base, navigatorEmail, PASSWORD);
      return { page, update: null, live: null, weights: await weigh(web.base, pool, programId, visitor, navigator) };
    }
    tell('measuring status updates');
    const update = await measureUpdates(appUrl, visitor, programId, ROUNDS, 2);
    tell(
      `  ${update.perSecond.toFixed(0)}/s, floor ${update.floorPerSecond.toFixed(0)}/s, without NOTIFY ${update.rowsOnlyPerSecond.toFixed(0)}/s`,
    );
    tell('measuring how soon a second browser shows an update');
    const browser = await openBrowser();
    const live = await measureLive(browser, web.base, visitor, pool, programId, 100);
    await browser.close();
    return { page, update, live, weights: {} };
  } finally {
    await pool.end();
    await web.close();
  }
}

async function weigh(base: string, pool: pg.Pool, programId: string, claimer: Visitor, navigator: Visitor): Promise<Weights> {
  const { rows } = await pool.query<{ id: string }>('SELECT id FROM referral WHERE program_id = $1 LIMIT 1', [programId]);
  const browser = await openBrowser();
  const weights = await measureWeight(browser, base, [
    { name: '/login', path: '/login', visitor: null },
    { name: '/programs', path: '/programs', visitor: null },
    { name: '/for-me', path: '/for-me', visitor: claimer },
    { name: '/inbound/:programId', path: `/inbound/${programId}`, visitor: claimer },
    { name: '/people', path: '/people', visitor: navigator },
    { name: '/referrals/:id', path: `/referrals/${rows[0]?.id ?? ''}`, visitor: claimer },
  ]);
  await browser.close();
  return weights;
}

/** `--only=people` measures that alone; `--people=100000` among fewer Seekers. */
const only = argument('only');
const seekers = Number(argument('people') ?? 1_000_000);

const rig = await openRig();
try {
  const figures = [...(only === 'people' ? [] : await referralFigures(rig)), ...(await peopleOf(rig))];
  process.stdout.write(json ? `${JSON.stringify(figures, null, 2)}\n` : `${table(figures)}\n`);
} finally {
  await rig.close();
}

async function referralFigures(on: Rig): Promise<Figure[]> {
  const small = await measureDatabase(on, 'bench_small', SMALL, 3901, false);
  const large = await measureDatabase(on, 'bench_large', LARGE, 3902, true);
  tell('measuring the start');
  const start = await measureStart(join(on.folder, 'start'), 3903, 3);
  return figuresOf(small, large, start);
}

async function peopleOf(on: Rig): Promise<Figure[]> {
  const passwordHash = await hashPassword(PASSWORD);
  return peopleFigures({ rig: on, seekers, port: 3904, password: PASSWORD, passwordHash, tell });
}

function argument(name: string): string | undefined {
  return process.argv.find((one) => one.startsWith(`--${name}=`))?.slice(name.length + 3);
}

function figuresOf(small: Measured, { page, update, live }: Measured, start: Awaited<ReturnType<typeof measureStart>>): Figure[] {
  const grown = small.page.perSecond / page.perSecond;
  const figures: Figure[] = [
    {
      name: 'Inbound page, 25 rows, filtered, 8 clients',
      value: page.perSecond,
      unit: '/s',
      floor: page.floorPerSecond,
      ratio: page.ratio,
      goal: '>= 0.40',
      met: page.ratio >= 0.4,
    },
    { name: 'Inbound page, p97.5', value: page.p95, unit: 'ms' },
    { name: 'the same among 1,000 referrals', value: small.page.perSecond, unit: '/s', ratio: grown, goal: '< 1.30', met: grown < 1.3 },
  ];
  if (update) {
    figures.push({
      name: 'status update, 8 clients',
      value: update.perSecond,
      unit: '/s',
      floor: update.floorPerSecond,
      ratio: update.ratio,
      goal: '>= 0.40',
      met: update.ratio >= 0.4,
    });
    figures.push({
      name: '  beside the rows without NOTIFY',
      value: update.perSecond,
      unit: '/s',
      floor: update.rowsOnlyPerSecond,
      ratio: update.perSecond / update.rowsOnlyPerSecond,
    });
  }
  if (live) {
    figures.push({ name: 'commit to visible, second browser, p50', value: live.p50, unit: 'ms' });
    figures.push({ name: 'commit to visible, second browser, p95', value: live.p95, unit: 'ms', goal: '< 300', met: live.p95 < 300 });
  }
  figures.push({ name: 'start to ready, not the first', value: start.readySeconds, unit: 's', goal: '< 5', met: start.readySeconds < 5 });
  figures.push({
    name: 'resident, web process idle',
    value: start.residentMegabytes,
    unit: 'MB',
    goal: '< 220',
    met: start.residentMegabytes < 220,
  });
  figures.push(...weightFigures(small.weights));
  return figures;
}
