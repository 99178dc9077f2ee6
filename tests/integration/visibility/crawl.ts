import type { Agent } from 'supertest';
import { expect } from 'vitest';

const MOST_PAGES = 80;

/** Follows every link of every page, as a robot that reads ahead does; answers with what each address said. */
export async function crawl(browser: Agent, from: readonly string[]): Promise<Map<string, string>> {
  const toRead = [...from];
  const known = new Set(toRead);
  const read = new Map<string, string>();
  for (let address = toRead.shift(); address !== undefined && read.size < MOST_PAGES; address = toRead.shift()) {
    const answer = await browser.get(address);
    expect(answer.status, address).toBeLessThan(500);
    read.set(address, answer.text);
    for (const link of linksOf(answer.text, answer.headers['location']).filter((one) => !known.has(one))) {
      known.add(link);
      toRead.push(link);
    }
  }
  return read;
}

/** Links of ours, but for files and the way out, which ends the session. */
function linksOf(html: string, location: string | undefined): string[] {
  const links = [...html.matchAll(/(?:href|action|src)="(\/[^"]*)"/g)].map(([, link]) => link!.replaceAll('&amp;', '&').split('#')[0]!);
  return [...links, location ?? ''].filter((link) => link.startsWith('/') && !/^\/(assets|exit)/.test(link));
}
