import type { Actor } from '../domain/actor.ts';
import { fullName } from '../domain/display-name.ts';
import type { Deps } from '../deps.ts';
import { findHelpedSeeker } from './seeker.store.ts';

export interface SearchBanner {
  seekerId: string;
  name: string;
  zip: string | null;
}

/** "You are searching for Ana Ruiz" (R21): null for whoever does not help that Seeker, as if there were none (R13). */
export async function searchBannerFor(deps: Pick<Deps, 'db'>, actor: Actor, seekerId: string): Promise<SearchBanner | null> {
  const seeker = await findHelpedSeeker(deps.db, actor, seekerId);
  return seeker ? { seekerId: seeker.id, name: fullName(seeker.firstName, seeker.lastName), zip: seeker.zip } : null;
}
