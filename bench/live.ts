import type { Browser } from 'playwright-core';
import type pg from 'pg';
import { percentile } from './figures.ts';
import type { Visitor } from './browser-session.ts';

export interface LiveFigures {
  p50: number;
  p95: number;
  samples: number;
}

/**
 * From the commit of a status update to the moment a second browser shows it, in milliseconds. The commit is taken as the
 * moment the answer to the update arrives; both ends are on this machine's clock.
 */
export async function measureLive(
  browser: Browser,
  base: string,
  visitor: Visitor,
  pool: pg.Pool,
  programId: string,
  samples: number,
): Promise<LiveFigures> {
  const context = await browser.newContext({ baseURL: base, viewport: { width: 1280, height: 900 } });
  const [name = '', value = ''] = visitor.cookie.split('=');
  await context.addCookies([{ name, value, url: base }]);
  const page = await context.newPage();
  await page.goto(`/inbound/${programId}?status=progress`);
  await page.waitForSelector('[data-live-state]:has-text("Live")');
  const ids = await page.$$eval('tr[data-referral]', (rows) => rows.map((row) => row.getAttribute('data-referral') ?? ''));
  const delays: number[] = [];
  for (let i = 0; i < samples; i += 1) delays.push(await oneUpdate(page, visitor, pool, ids[i % ids.length]!, i));
  await context.close();
  return { p50: percentile(delays, 0.5), p95: percentile(delays, 0.95), samples };
}

async function oneUpdate(page: import('playwright-core').Page, visitor: Visitor, pool: pg.Pool, id: string, i: number): Promise<number> {
  const { rows } = await pool.query<{ version: number; status: string }>('SELECT version, status FROM referral WHERE id = $1', [id]);
  const to = rows[0]!.status === 'pending' ? 'eligible' : 'pending';
  const shown = page.evaluate(
    (selector) =>
      new Promise<number>((resolve) => {
        const observer = new MutationObserver(() => {
          if (!document.querySelector(selector)) return;
          observer.disconnect();
          resolve(performance.timeOrigin + performance.now());
        });
        observer.observe(document.body, { subtree: true, childList: true, attributes: true, characterData: true });
      }),
    `tr[data-referral="${id}"] [data-status="${to}"]`,
  );
  const status = await visitor.post(`/referrals/${id}/status`, { status: to, version: String(rows[0]!.version), reason: `Sample ${i}` });
  const committed = performance.timeOrigin + performance.now();
  if (status !== 303) throw new Error(`A status update was answered with ${status}`);
  return Math.max(0, (await shown) - committed);
}
