import type { Client, Notification } from 'pg';
import { openCursor } from './change-cursor.ts';
import { changesAfter, newestChanges, READ_AT_ONCE } from './change-log.store.ts';
import { AccessHint, ChangeHint, readHint } from './hint.ts';

/** What listening leads to. */
export interface Heard {
  changed(hint: ChangeHint): void;
  accessChanged(hint: AccessHint): void;
  /** Listening has begun (again): what was said meanwhile about access is lost. */
  begun(): void;
  /** The database is lost: until listening begins again, nothing is heard here. */
  lost(): void;
}

/** Turns what the database says, and what its change log holds, into one hint for each change. */
export interface ChangeFeed {
  take(notification: Pick<Notification, 'channel' | 'payload'>): void;
  sweep(client: Client): Promise<void>;
}

export function openFeed(heard: Heard): ChangeFeed {
  const cursor = openCursor();

  const sweep = async (client: Client): Promise<void> => {
    const position = cursor.position();
    if (!position) {
      cursor.begin(await newestChanges(client), performance.now());
      return;
    }
    const changes = await changesAfter(client, position);
    for (const { sequence, referralId } of cursor.read(changes, performance.now())) {
      heard.changed({ type: 'referral:changed', id: referralId, version: sequence });
    }
    if (changes.length === READ_AT_ONCE) await sweep(client);
  };

  return {
    sweep,
    take({ channel, payload }) {
      const access = channel === 'access' ? readHint(AccessHint, payload) : null;
      if (access) heard.accessChanged(access);
      const change = channel === 'changes' ? readHint(ChangeHint, payload) : null;
      if (change && (change.version === 0 || cursor.heard(change.version))) heard.changed(change);
    },
  };
}
