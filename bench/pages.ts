import autocannon from 'autocannon';
import { median } from './figures.ts';

export interface PageFigures {
  perSecond: number;
  floorPerSecond: number;
  /** Of each round: page / floor. */
  ratio: number;
  p95: number;
}

/** Requests per second of a page and of its floor, in turn, for so many rounds; the medians. */
export async function measurePage(base: string, path: string, cookie: string, rounds: number, seconds: number): Promise<PageFigures> {
  const recorded = await fetch(base + path, { headers: { cookie, 'X-Bench-Record': '1' } });
  if (recorded.status !== 200) throw new Error(`${path}: ${recorded.status}`);
  const floor = `/floor?of=${encodeURIComponent(new URL(path, base).pathname)}`;
  await assertSame(await recorded.text(), await (await fetch(base + floor)).text());
  const pages: number[] = [];
  const floors: number[] = [];
  const p95: number[] = [];
  for (let round = 0; round <= rounds; round += 1) {
    const floorRun = await fire(base + floor, {}, seconds);
    const pageRun = await fire(base + path, { cookie }, seconds);
    if (round === 0) continue; // the first round warms both up
    floors.push(floorRun.requests.average);
    pages.push(pageRun.requests.average);
    p95.push(pageRun.latency.p97_5);
  }
  return {
    perSecond: median(pages),
    floorPerSecond: median(floors),
    ratio: median(pages.map((page, i) => page / floors[i]!)),
    p95: median(p95),
  };
}

async function fire(url: string, headers: Record<string, string>, duration: number): Promise<autocannon.Result> {
  const result = await autocannon({ url, headers, connections: 8, duration });
  if (result.non2xx > 0 || result.errors > 0) throw new Error(`${url}: ${result.non2xx} refused, ${result.errors} failed`);
  return result;
}

/** The floor must be the same page, or the ratio means nothing. */
async function assertSame(page: string, floor: string): Promise<void> {
  const rows = (html: string): number => html.split('data-referral=').length;
  if (rows(page) !== rows(floor) || Math.abs(page.length - floor.length) > page.length * 0.02) {
    throw new Error(`The floor is not the page: ${rows(page)} and ${rows(floor)} rows, ${page.length} and ${floor.length} characters`);
  }
  return Promise.resolve();
}
