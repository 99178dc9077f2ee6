import type { Response } from 'express';
import type { LinkActor } from '../domain/actor.ts';
import type { Deps } from '../deps.ts';
import { t } from '../i18n/translate.ts';
import { waysOn, type DeadLink } from './link-dead.pages.ts';

type Recipient = LinkActor['recipient'];

/** Answers with a link that opens nothing, and with the ways on for whom it was sent to; null where that is not known (R30). */
export async function sendDead(
  { config }: Pick<Deps, 'config'>,
  res: Response,
  page: DeadLink,
  status: number,
  recipient: Recipient | null,
): Promise<void> {
  const shell = recipient === null ? {} : { exit: recipient === 'seeker' };
  const whole = { ...page, ...waysOn(recipient, config.helpPhone) };
  await res.page('status-links/dead', whole, { title: t('Link'), status, layout: 'seeker', shell });
}
