import type { Agent, Response } from 'supertest';
import type { TestApp } from '../../support/app.ts';
import { waitFor } from '../../support/wait-for.ts';

export const post = (browser: Agent, address: string, body: object = {}): Promise<Response> =>
  Promise.resolve(browser.post(address).type('form').send(body));

export const sitePage = (siteId: string): string => `/settings/site/${siteId}`;
export const groupPage = (teamId: string): string => `/settings/groups/${teamId}`;

/** The text of a table's row in which this stands, tags taken out. */
export function rowOf(html: string, words: string): string {
  const row = [...html.matchAll(/<tr>[\s\S]*?<\/tr>/g)].map(([text]) => text).find((text) => text.includes(words)) ?? '';
  return row
    .replace(/<[^>]*>/g, ' ')
    .replace(/\s+/g, ' ')
    .trim();
}

/** The link of the newest invitation sent to this address, once there are so many mails to it. */
export async function invitationLink({ deps: { db } }: TestApp, email: string, mails = 1): Promise<string> {
  const mail = await waitFor(async () => {
    const sent = await db.devMail.findMany({ where: { toAddress: email }, orderBy: { sentAt: 'asc' } });
    return sent.length >= mails ? sent.at(-1) : null;
  });
  const [, path] = /https?:\/\/[^/\s]+(\/invitations\/[A-Za-z0-9_-]{43})/.exec(mail.text) ?? [];
  if (path === undefined) throw new Error(`No invitation in: ${mail.text}`);
  return path;
}

/** A browser in which the mail's link was opened, and the page it leads to. */
export async function opened(browser: Agent, link: string): Promise<string> {
  const answer = await browser.get(link);
  if (answer.status !== 303) throw new Error(`The invitation was answered with ${String(answer.status)}`);
  return answer.headers['location'] as string;
}

export const NEW_PERSON = { firstName: 'Rosa', lastName: 'Delgado', password: 'a quiet river in spring', _idem: 'abcdefghijklmnopqrstuv' };

/** Name and switch as the settings form sends them, with the version it was opened with. */
export async function groupForm({ deps: { db } }: TestApp, teamId: string, change: object): Promise<Record<string, unknown>> {
  const { name, teamNavigation, version } = await db.team.findUniqueOrThrow({ where: { id: teamId } });
  return { name, teamNavigation: teamNavigation ? 'on' : 'off', version, ...change };
}

/** Turns Team Navigation on or off through the Group's settings page. */
export async function turn(app: TestApp, browser: Agent, teamId: string, teamNavigation: 'on' | 'off'): Promise<void> {
  const answer = await post(browser, groupPage(teamId), await groupForm(app, teamId, { teamNavigation }));
  if (answer.status !== 303) throw new Error(`The Group was answered with ${String(answer.status)}: ${answer.text}`);
}

/** Invites somebody who has an account into a Group, and lets them join: the whole way, by mail. */
export async function invitedIn(app: TestApp, manager: Agent, teamId: string, email: string): Promise<Agent> {
  const before = await app.deps.db.devMail.count({ where: { toAddress: email } });
  const invited = await post(manager, `${groupPage(teamId)}/invite`, { email, place: 'member' });
  if (invited.status !== 303) throw new Error(`Inviting was answered with ${String(invited.status)}: ${invited.text}`);
  const browser = await app.signIn(email);
  const page = await opened(browser, await invitationLink(app, email, before + 1));
  const joined = await post(browser, page);
  if (joined.status !== 303) throw new Error(`Joining was answered with ${String(joined.status)}: ${joined.text}`);
  return browser;
}
