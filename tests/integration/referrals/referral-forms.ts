import type { Agent } from 'supertest';
import type { TestApp } from '../../support/app.ts';

export interface SeenForm {
  /** Hidden fields, as a browser would send them. */
  fields: Record<string, string>;
  /** The statuses offered. */
  choices: string[];
  /** The one chosen beforehand. */
  chosen: string | null;
}

/** The form that goes to this address, read from the page's HTML as a browser without scripts reads it. */
export function formOf(html: string, action: string): SeenForm {
  const form = html.split('<form').find((part) => part.includes(`action="${action}"`));
  if (!form) throw new Error(`No form goes to ${action}`);
  const inputs = [...(form.split('</form>')[0] ?? '').matchAll(/<input[^>]*>/g)].map(([input]) => input);
  const attribute = (input: string, name: string): string => new RegExp(` ${name}="([^"]*)"`).exec(input)?.[1] ?? '';
  const hidden = inputs.filter((input) => attribute(input, 'type') === 'hidden');
  const radios = inputs.filter((input) => attribute(input, 'name') === 'status' && attribute(input, 'type') === 'radio');
  const checked = radios.find((input) => / checked/.test(input));
  return {
    fields: Object.fromEntries(hidden.map((input) => [attribute(input, 'name'), unescaped(attribute(input, 'value'))])),
    choices: radios.map((input) => attribute(input, 'value')),
    chosen: checked ? attribute(checked, 'value') : null,
  };
}

function unescaped(html: string): string {
  return html.replaceAll('&amp;', '&').replaceAll('&#34;', '"').replaceAll('&#39;', "'");
}

export async function referralNow({ deps }: TestApp, id: string) {
  return deps.db.referral.findUniqueOrThrow({
    where: { id },
    select: { status: true, version: true, seenAt: true, statusChangedAt: true },
  });
}

/** History as stored, oldest first. */
export async function eventsOf({ deps }: TestApp, referralId: string) {
  return deps.db.referralEvent.findMany({ where: { referralId }, orderBy: { sequence: 'asc' } });
}

/** Saves a status from the version it has now. */
export async function setStatus(app: TestApp, agent: Agent, id: string, status: string, reason = ''): Promise<number> {
  const { version } = await referralNow(app, id);
  return (await agent.post(`/referrals/${id}/status`).type('form').send({ status, version, reason })).status;
}
