import type { Status } from './referral-status.ts';

/** Thrown by services; src/http/errors.ts alone turns them into answers. */
export class NotFound extends Error {
  override name = 'NotFound';
  constructor() {
    super('Not found');
  }
}

/** The actor sees the thing but may not do this with it; the message says what they can do. */
export class NotAllowed extends Error {
  override name = 'NotAllowed';
}

/** Signing in first may help. */
export class SignInNeeded extends Error {
  override name = 'SignInNeeded';
  constructor() {
    super('Sign in to continue');
  }
}

export interface MeanwhileChange {
  by: string;
  organization: string | null;
  from: Status;
  to: Status;
  reason: string | null;
  at: Date;
}

/** Somebody else changed the status since the page was read (R5). Carries what happened and the version to try again from. */
export class StaleVersion extends Error {
  override name = 'StaleVersion';
  readonly current: { status: Status; version: number };
  readonly changes: readonly MeanwhileChange[];
  constructor(current: { status: Status; version: number }, changes: readonly MeanwhileChange[]) {
    super('Changed meanwhile');
    this.current = current;
    this.changes = changes;
  }
}

/** The same form, pressed with other contents. */
export class IdempotencyMismatch extends Error {
  override name = 'IdempotencyMismatch';
  constructor() {
    super('This form was already sent with other answers.');
  }
}

/** The first press of the same form is still being worked on. */
export class StillWorking extends Error {
  override name = 'StillWorking';
  constructor() {
    super('This form is being sent.');
  }
}
