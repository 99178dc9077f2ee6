import type { Request, Response } from 'express';
import { plainError, type FailedAnswer } from '../components/answer-form.ts';
import { statusConflict } from '../components/status-conflict.ts';
import { plainUnkept, unkeptReason } from '../components/unkept-reason.ts';
import { zoneFacts } from '../components/zone-note.ts';
import type { LinkActor } from '../domain/actor.ts';
import { NotAllowed, NotFound, StaleVersion } from '../domain/errors.ts';
import { readersZone } from '../domain/reader-zone.ts';
import type { Deps } from '../deps.ts';
import { newFormKey } from '../http/form-key.ts';
import { parseForm } from '../http/forms.ts';
import type { Notice } from '../http/components.ts';
import type { PageOptions } from '../http/page.ts';
import { said, t } from '../i18n/translate.ts';
import { moveTo } from '../referrals/history.store.ts';
import { findReferralDetail, type ReferralDetail } from '../referrals/referral.store.ts';
import { changeReferralStatus, StatusChange, type StatusChangeInput } from '../referrals/status-change.service.ts';
import { deadLinkPage } from './link-dead.pages.ts';
import { sendDead } from './link-dead.routes.ts';
import { linkPage } from './link-page.pages.ts';
import { isOwnMove, linkSavedPage } from './link-saved.pages.ts';
import { reasonIn } from './reason-in.ts';
import type { OpenedLink } from './status-link.service.ts';

interface LiveLink extends OpenedLink {
  actor: LinkActor;
  referral: ReferralDetail;
}

/** Shows the link's page, or what was saved through it. Reading it changes nothing at all (R26). */
export async function showLink(deps: Deps, req: Request, res: Response, opened: OpenedLink): Promise<void> {
  const live = await liveOrDead(deps, res, opened, null);
  if (!live) return;
  if (await showSaved(deps, req, res, live)) return;
  // The status was that already, so there is nothing to show as saved (R4); whoever pressed the button is told so.
  await sendLinkPage(deps, res, live, null, req.query['saved'] === undefined ? null : asItWas());
}

function asItWas(): Notice {
  return { kind: 'done', text: t('That is how it stands already. Nothing was changed.'), link: null };
}

/** Saves what the link's holder chose: through the same service as everybody else (R3). */
export async function answerLink(deps: Deps, req: Request, res: Response, opened: OpenedLink): Promise<void> {
  const live = await liveOrDead(deps, res, opened, reasonIn(req.body));
  if (!live) return;
  // attack: a mail scanner presses the one button without choosing (T5, S-31): nothing is chosen beforehand, so nothing moves.
  const parsed = parseForm(StatusChange, req.body);
  if (parsed.ok) {
    await save(deps, res, live, parsed.value);
    return;
  }
  const wrong = parsed.errors['status'] ?? parsed.errors['reason'] ?? Object.values(parsed.errors)[0] ?? '';
  const error = live.actor.recipient === 'seeker' ? plainError(wrong) : wrong;
  await sendLinkPage(deps, res, live, { chosen: parsed.values['status'] ?? null, reason: parsed.values['reason'] ?? '', error });
}

async function save(deps: Deps, res: Response, live: LiveLink, input: StatusChangeInput): Promise<void> {
  const { actor, referral } = live;
  const { status: to, version, reason, _idem: key } = input;
  const press = key === undefined ? null : { actor: `link:${actor.linkId}`, key, body: input, location: `/l/${actor.publicId}` };
  try {
    const saved = await changeReferralStatus(deps, actor, { referralId: referral.id, to, version, reason, via: 'email_link', press });
    deps.log.info({ event: 'link_used', linkId: actor.linkId, referralId: referral.id, version: saved.version }, 'Status link');
    if (saved.reasonKept) res.redirect(303, `/l/${actor.publicId}?saved=${String(saved.version)}`);
    else await sendUnkept(deps, res, live, input);
  } catch (error) {
    if (error instanceof StaleVersion) await sendConflict(deps, res, live, input, error);
    else if (error instanceof NotAllowed)
      await sendLinkPage(deps, res, live, { chosen: to, reason: reason ?? '', error: said(error.message) });
    else throw error;
  }
}

/** The status was that already: the page as it stands now, with the reason that is kept nowhere, and what to do with it (ADR 0156). */
async function sendUnkept(deps: Deps, res: Response, live: LiveLink, { status, reason }: StatusChangeInput): Promise<void> {
  const { actor } = live;
  const referral = (await findReferralDetail(deps.db, actor, actor.referralId)) ?? live.referral;
  const maker = referral.madeById === null ? null : referral.makerName;
  const error = actor.recipient === 'seeker' ? plainUnkept(maker) : unkeptReason(status, actor.userId === null ? 'nothing' : 'sign_in');
  await sendLinkPage(deps, res, { ...live, referral }, { chosen: null, reason: reason ?? '', error });
}

async function sendLinkPage(
  deps: Deps,
  res: Response,
  live: LiveLink,
  failed: FailedAnswer | null,
  notice: Notice | null = null,
): Promise<void> {
  const { actor, referral, link } = live;
  const timeZone = readersZone(link, deps.config);
  const page = linkPage({ actor, referral, expiresAt: link.expiresAt, failed, formKey: newFormKey(), timeZone });
  const title = actor.recipient === 'seeker' ? t('One page') : page.heading;
  await res.page(
    'status-links/show',
    page,
    failed ? around(deps, live, t('Error: {{title}}', { title }), 422) : around(deps, live, title, 200, notice),
  );
}

async function showSaved(deps: Deps, req: Request, res: Response, live: LiveLink): Promise<boolean> {
  const { actor, referral, link } = live;
  const version = Number(req.query['saved']);
  const move = Number.isSafeInteger(version) && version > 0 && version < 2 ** 31 ? await moveTo(deps.db, referral, version) : null;
  if (!move || !isOwnMove(actor, move)) return false;
  const at = { expiresAt: link.expiresAt, now: deps.clock.now(), formKey: newFormKey(), timeZone: readersZone(link, deps.config) };
  await res.page('status-links/saved', linkSavedPage({ actor, referral, move, version, ...at }), around(deps, live, t('Saved'), 200));
  return true;
}

async function sendConflict(deps: Deps, res: Response, live: LiveLink, input: StatusChangeInput, error: StaleVersion): Promise<void> {
  const { actor, link, referral } = live;
  const facts = { current: error.current, changes: error.changes, chosen: input.status, reason: input.reason };
  const options = { action: `/l/${actor.publicId}`, hidden: [], formKey: newFormKey(), timeZone: readersZone(link, deps.config) };
  const conflict = statusConflict({ ...facts, plain: actor.recipient === 'seeker' }, options);
  const back = { href: `/l/${actor.publicId}`, label: t('Go back and choose again') };
  const page = { id: referral.id, heading: referral.programName, conflict, back };
  await res.page('status-links/conflict', page, around(deps, live, t('Changed meanwhile'), 409));
}

/** The referral of a live link; a dead one is answered kindly (R30). */
async function liveOrDead(deps: Deps, res: Response, opened: OpenedLink, reason: string | null): Promise<LiveLink | null> {
  const { link, state, actor } = opened;
  if (state === 'live' && actor) {
    const referral = await findReferralDetail(deps.db, actor, actor.referralId);
    if (!referral) throw new NotFound();
    return { ...opened, actor, referral };
  }
  const page = deadLinkPage({
    state: state === 'live' ? 'revoked' : state,
    publicId: link.publicId,
    mayBeMailed: link.mayBeMailed,
    reason,
    formKey: newFormKey(),
  });
  await sendDead(deps, res, page, 410, link.recipient);
  return null;
}

/** The bare layout: a link shows one referral and leads nowhere else (S-34). */
function around({ config }: Deps, { actor, link }: LiveLink, title: string, status: number, notice: Notice | null = null): PageOptions {
  const bare = { notice, live: true, liveLink: actor.publicId, noindex: true, exit: actor.recipient === 'seeker' };
  const shell = { ...bare, ...zoneFacts(link, config) };
  return { title, status, layout: 'seeker', shell };
}
