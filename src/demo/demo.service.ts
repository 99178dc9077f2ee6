import type { Deps } from '../deps.ts';
import { mayBeDemo } from '../domain/demo.ts';
import { isDatabaseAway } from '../db/failure.ts';
import { isDemoAlone } from './demo.store.ts';

/** Whether pages may say that this is a demo: by its settings, and by who is in its database. No, if that cannot be read. */
export async function isDemo({ config, db }: Pick<Deps, 'config' | 'db'>): Promise<boolean> {
  if (!mayBeDemo(config)) return false;
  try {
    return await isDemoAlone(db);
  } catch (error) {
    if (isDatabaseAway(error)) return false;
    throw error;
  }
}
