import type { UserActor } from '../domain/actor.ts';
import { LATEST_FIRST } from '../domain/people-list.ts';
import type { PersonalInformation } from '../domain/personal-information.ts';
import { personSearch } from '../domain/person-search.ts';
import type { Deps } from '../deps.ts';
import { likelySame } from './likely-same.store.ts';
import { findPeople } from './people.service.ts';
import { findHelpedSeekers, type HelpedSeeker, type KnownPeople } from './seeker.store.ts';

const MOST = 8;

/** "Someone you've connected before": people the actor helps, archived ones too, by what is typed (R23). */
export async function knownPeople({ db }: Pick<Deps, 'db'>, user: UserActor, words: string): Promise<KnownPeople> {
  const search = personSearch(words);
  if (!search) return { people: [], more: false };
  const question = { status: null, goal: false, archived: 'all', since: null, order: LATEST_FIRST, helping: true } as const;
  const { ids } = await findPeople(db, user, { question, search }, { after: null, back: false, limit: MOST + 1 });
  return { people: await findHelpedSeekers(db, user, ids.slice(0, MOST)), more: ids.length > MOST };
}

/** Whom somebody new may be, of those the actor helps already (R23). */
export async function mayBeThese({ db }: Pick<Deps, 'db'>, user: UserActor, person: PersonalInformation): Promise<HelpedSeeker[]> {
  return findHelpedSeekers(db, user, await likelySame(db, user, person));
}
