import type { Figure } from './figures.ts';
import { signInAs } from './browser-session.ts';
import { measurePeople, questionsOf, type Seeing, type Times } from './people.ts';
import { seedPeople } from './people-seed.ts';
import { startWeb, type Rig, type WebProcess } from './rig.ts';

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

/** The same people in a database of one size: whose Team shares everybody, and who helps forty. */
interface World {
  web: WebProcess;
  team: Seeing;
  few: Seeing;
}

/** People search and list among so many Seekers, beside the same among a thousand (R16). */
export async function peopleFigures(bench: PeopleBench): Promise<Figure[]> {
  const large = await openWorld(bench, bench.seekers, bench.port);
  const small = await openWorld(bench, FEW, bench.port + 1);
  try {
    bench.tell('measuring the People search, in turn in both');
    const [many, few] = await measurePeople(large.team, small.team);
    const [manyOfFew, fewOfFew] = await measurePeople(large.few, small.few);
    const among = bench.seekers.toLocaleString('en');
    return [
      ...beside(`People search among ${among}, Team shares all`, many.search, few.search),
      ...beside('  the list itself: first and last page, by name, filtered', many.list, few.list),
      ...beside(`People search among ${among}, helping forty of them`, manyOfFew.search, fewOfFew.search),
    ];
  } finally {
    await large.web.close();
    await small.web.close();
  }
}

async function openWorld({ rig, passwordHash, password, tell }: PeopleBench, seekers: number, port: number): Promise<World> {
  const { ownerUrl, appUrl } = await rig.database(`bench_people_${String(seekers)}`);
  const { colleagueEmail, fewEmail } = await seedPeople(ownerUrl, seekers, passwordHash, tell);
  const questions = await questionsOf(ownerUrl);
  const web = await startWeb(appUrl, port);
  const seeing = async (email: string): Promise<Seeing> => ({ visitor: await signInAs(web.base, email, password), questions });
  return { web, team: await seeing(colleagueEmail), few: await seeing(fewEmail) };
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
