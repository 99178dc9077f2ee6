import type { SearchQuestion } from './program-search.forms.ts';

/** What every address of one search flow carries on: for whom it is, and from where. */
export interface Flow {
  seekerId: string | null;
  /** The referral that is taken further; then its Seeker is named by it alone. */
  forwardedFrom: string | null;
  /** As it goes into addresses; null leaves it out. Empty says that the Seeker's own ZIP is not wanted. */
  zip: string | null;
}

export function searchAddress(flow: Flow, question?: Partial<SearchQuestion>): string {
  const query = flowQuery(flow);
  if (question?.q) query.set('q', question.q);
  for (const category of question?.categories ?? []) query.append('category', category);
  if (question?.language) query.set('language', question.language);
  if (question?.open) query.set('open', '1');
  if (question?.accepting) query.set('accepting', '1');
  if (question?.page !== undefined && question.page > 1) query.set('page', String(question.page));
  return address('/programs', query);
}

export function programAddress(id: string, flow: Flow): string {
  return address(`/programs/${id}`, flowQuery(flow));
}

export function connectAddress(id: string, flow: Flow): string {
  return address(`/programs/${id}/connect`, flowQuery(flow));
}

function flowQuery({ seekerId, forwardedFrom, zip }: Flow): URLSearchParams {
  const query = new URLSearchParams();
  if (seekerId !== null) query.set('seekerId', seekerId);
  if (forwardedFrom !== null) query.set('forwardedFrom', forwardedFrom);
  if (zip !== null) query.set('zip', zip);
  return query;
}

function address(path: string, query: URLSearchParams): string {
  const text = query.toString();
  return text === '' ? path : `${path}?${text}`;
}
