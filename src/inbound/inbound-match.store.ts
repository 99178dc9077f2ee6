import type { Actor } from '../domain/actor.ts';
import type { Sender } from '../domain/inbound-order.ts';
import type { PersonSearch } from '../domain/person-search.ts';
import type { Status } from '../domain/referral-status.ts';
import { Prisma } from '../db/generated/client.ts';
import { inboundOf } from '../referrals/visible-referrals.store.ts';
import { isOfPerson } from './inbound-person.store.ts';

/** Which of a Program's inbound referrals somebody wants to see; null where it does not narrow. */
export interface InboundMatch {
  programId: string;
  statuses: readonly Status[] | null;
  receivedSince: Date | null;
  sender: Sender | null;
  person: PersonSearch | null;
}

/** The condition on referral `r`. Each part is its own, so that the indexes of the plain list go on serving it. */
export function matching(actor: Actor, { programId, statuses, receivedSince, sender, person }: InboundMatch): Prisma.Sql {
  const parts = [inboundOf(actor, programId)];
  if (statuses) parts.push(Prisma.sql`r.status = ANY(${[...statuses]}::"ReferralStatus"[])`);
  if (receivedSince) parts.push(Prisma.sql`r.created_at >= ${receivedSince}`);
  if (sender) parts.push(sentBy(sender));
  if (person) parts.push(isOfPerson(person));
  return Prisma.join(parts, ' AND ');
}

function sentBy(sender: Sender): Prisma.Sql {
  switch (sender.kind) {
    case 'self':
      return Prisma.sql`r.source = 'self'`;
    case 'program':
      return Prisma.sql`r.source = 'program'`;
    case 'organization':
      return Prisma.sql`r.source = 'navigator' AND r.maker_organization = ${sender.name}`;
  }
}
