import type { Figure } from './figures.ts';
import { signInAs } from './browser-session.ts';
import { measurePeople, type PeopleFigures, type Times } from './people.ts';
import { seedPeople } from './people-seed.ts';
import { startWeb, type Rig } from './rig.ts';

const FEW = 1_000;
const GOAL = 2;

export interface PeopleBench {
  rig: Rig;
  seekers: number;
  port: number;
  password: string;
  passwordHash: string;
  tell: (line: string) => void;
}

/** People search and list among so many Seekers, beside the same among a thousand (R16). */
export async function peopleFigures(bench: PeopleBench): Promise<Figure[]> {
  const few = await measureAmong(bench, FEW, bench.port);
  const many = await measureAmong(bench, bench.seekers, bench.port + 1);
  const among = bench.seekers.toLocaleString('en');
  return [
    ...beside(`People search among ${among}, Team shares all`, many.team.search, few.team.search),
    ...beside('  the list itself: first page, last page, by name, filtered', many.team.list, few.team.list),
    ...beside(`People search among ${among}, helping forty of them`, many.few.search, few.few.search),
  ];
}

async function measureAmong(bench: PeopleBench, seekers: number, port: number): Promise<{ team: PeopleFigures; few: PeopleFigures }> {
  const { ownerUrl, appUrl } = await bench.rig.database(`bench_people_${String(seekers)}`);
  const { colleagueEmail, fewEmail } = await seedPeople(ownerUrl, seekers, bench.passwordHash, bench.tell);
  const web = await startWeb(appUrl, port);
  try {
    bench.tell(`measuring the People search among ${seekers.toLocaleString('en')} Seekers`);
    const team = await measurePeople(ownerUrl, await signInAs(web.base, colleagueEmail, bench.password));
    const few = await measurePeople(ownerUrl, await signInAs(web.base, fewEmail, bench.password));
    for (const { p50, p95 } of [team.search, team.list, few.search]) bench.tell(`  p50 ${p50.toFixed(1)} ms, p95 ${p95.toFixed(1)} ms`);
    return { team, few };
  } finally {
    await web.close();
  }
}

function beside(name: string, many: Times, few: Times): Figure[] {
  return (['p50', 'p95'] as const).map((at) => {
    const ratio = many[at] / few[at];
    return {
      name: `${name}, 1 client, ${at}`,
      value: many[at],
      unit: 'ms',
      floor: few[at],
      ratio,
      goal: `< ${GOAL}.00`,
      met: ratio < GOAL,
    };
  });
}
