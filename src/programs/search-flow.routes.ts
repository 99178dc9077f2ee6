import type { Request } from 'express';
import { NotFound } from '../domain/errors.ts';
import { zipOf } from '../domain/zip.ts';
import type { Deps } from '../deps.ts';
import type { SearchBanner } from '../http/shell-components.ts';
import { actorOf } from '../http/current-actor.ts';
import { isId } from '../http/forms.ts';
import { t } from '../i18n/translate.ts';
import { searchBannerFor } from '../people/seeker.service.ts';
import { forwardBannerFor } from '../referrals/forward.service.ts';
import type { Flow } from './search-address.ts';

/** The Seeker a search is for: from their profile, or with a referral that is taken further. */
export interface SearchedFor {
  seekerId: string | null;
  forwardedFrom: string | null;
  zip: string | null;
  banner: SearchBanner;
}

/** Where the search starts: at the ZIP asked for, else at the Seeker's, unless the field was sent empty (R21). */
export function startOf(asked: string | null, typed: string | null, seeker: SearchedFor | null): { zip: string | null; flow: Flow } {
  const zip = asked ?? (typed === null ? zipOf(seeker?.zip ?? '') : null);
  const { seekerId = null, forwardedFrom = null } = seeker ?? {};
  return { zip, flow: { seekerId, forwardedFrom, zip: zip ?? (seeker && typed === '' ? '' : null) } };
}

/** For whom the search is (R21). Whoever does not help them gets "not found", as for any Seeker and any referral (R13). */
export async function searchedFor(deps: Deps, req: Request): Promise<SearchedFor | null> {
  const { seekerId, forwardedFrom } = req.query;
  if (isGiven(forwardedFrom)) return found(isId(forwardedFrom) ? await fromReferral(deps, req, forwardedFrom) : null);
  if (isGiven(seekerId)) return found(isId(seekerId) ? await fromProfile(deps, req, seekerId) : null);
  return null;
}

async function fromProfile(deps: Deps, req: Request, id: string): Promise<SearchedFor | null> {
  const seeker = await searchBannerFor(deps, actorOf(req), id);
  if (!seeker) return null;
  const { seekerId, name, zip } = seeker;
  const out = { href: `/people/${seekerId}`, label: t('Stop and go back to the profile') };
  return { seekerId, forwardedFrom: null, zip, banner: { name, out } };
}

async function fromReferral(deps: Deps, req: Request, id: string): Promise<SearchedFor> {
  const { name, zip } = await forwardBannerFor(deps, actorOf(req), id);
  const out = { href: `/referrals/${id}`, label: t('Stop and go back to the referral') };
  return { seekerId: null, forwardedFrom: id, zip, banner: { name, out } };
}

function isGiven(value: unknown): boolean {
  return value !== undefined && value !== '';
}

function found(seeker: SearchedFor | null): SearchedFor {
  if (!seeker) throw new NotFound();
  return seeker;
}
