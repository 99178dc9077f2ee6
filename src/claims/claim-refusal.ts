/** Why nobody can be let in now: their address is not confirmed, or the Program is no longer listed; null when it is done. */
export type ClaimRefusal = 'unconfirmed' | 'retired' | null;
