import { renameUser } from '../accounts/user.store.ts';
import type { UserActor } from '../domain/actor.ts';
import type { Deps } from '../deps.ts';
import { inTransaction } from '../db/transaction.ts';

export interface NewName {
  firstName: string;
  lastName: string;
}

/** Changes one's own name, for everything from now on; history keeps the name of its moment (R7). */
export async function changeOwnName(deps: Pick<Deps, 'db'>, actor: UserActor, { firstName, lastName }: NewName): Promise<void> {
  await inTransaction(deps, (tx) => renameUser(tx, actor.userId, { firstName, lastName }));
}
