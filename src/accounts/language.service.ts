import type { Deps } from '../deps.ts';
import type { UserActor } from '../domain/actor.ts';
import { setLanguage } from './user.store.ts';

/** From now on pages and mail are in this language for them. */
export async function rememberLanguage({ db }: Pick<Deps, 'db'>, actor: UserActor, language: string): Promise<void> {
  await setLanguage(db, actor.userId, language);
}
