import type { Browser, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import { openBrowser } from '../support/browser.ts';
import { openLiveFixture, type FixtureRow, type LiveFixture } from './live-fixture.ts';

const waiting = { timeout: 10_000, interval: 20 };

function row(id: string, label = 'Not updated', by = ''): FixtureRow {
  return { id, name: `Person ${id}`, status: label.toLowerCase().replace(' ', '_'), label, by };
}

describe('an open page and the scripts that keep it true (R3, U-21)', () => {
  let browser: Browser;
  let fixture: LiveFixture;
  let page: Page;

  beforeAll(async () => {
    browser = await openBrowser();
  });
  afterAll(() => browser.close());

  beforeEach(async () => {
    fixture = await openLiveFixture();
    fixture.rows = [row('a'), row('b'), row('c')];
    page = await browser.newPage();
    await page.goto(`${fixture.url}/list`);
    await page.waitForSelector('[data-live-state]:not([hidden]):has-text("Live")');
  });
  afterEach(async () => {
    await page.close();
    await fixture.close();
  });

  const change = (id: string, label: string, by = 'Maria G.'): void => {
    fixture.rows = fixture.rows.map((one) => (one.id === id ? row(id, label, by) : one));
    fixture.hint(id);
  };
  const order = () => page.$$eval('tr[data-referral]', (rows) => rows.map((one) => (one as HTMLElement).dataset['referral']));
  const statusOf = (id: string) => page.textContent(`#row-${id} .status-t`);
  const open = (id: string) => page.click(`#sc-${id} summary`);

  it('shows a new status in its row, marks it for some seconds, and says so once', async () => {
    change('b', 'Eligible');
    await vi.waitFor(async () => expect(await statusOf('b')).toBe('Eligible'), waiting);
    expect(await page.getAttribute('#row-b', 'class')).toContain('is-fresh');
    expect(await page.textContent('#row-b .fresh')).toBe('Updated just now');
    expect(await page.$$('.fresh')).toHaveLength(1);
    await page.waitForSelector('[data-live-say]:text("1 referral changed to Eligible.")');
    await page.waitForSelector('#row-b:not(.is-fresh)', { timeout: 15_000 });
    expect(await page.$$('.fresh')).toHaveLength(0);
  });

  it('updates counts and headings at once, and ages without a mark', async () => {
    fixture.rows = [...fixture.rows, row('d')];
    fixture.hint('d');
    await page.waitForSelector('#tally:text("4 referrals")');
    expect(await page.$$('.is-fresh')).toHaveLength(0);
  });

  it('offers new rows instead of pushing the others down, and puts them where they belong when asked', async () => {
    fixture.rows = [row('n1'), row('a'), row('b'), row('n2'), row('c')];
    fixture.hint('n1');
    const button = await page.waitForSelector('.newrows:has-text("Show 2 new referrals")');
    expect(await button.textContent()).toMatch(/referrals since \d+:\d\d\s[ap]m/);
    expect(await order()).toEqual(['a', 'b', 'c']);
    await page.waitForSelector('[data-live-say]:text("2 new referrals.")');
    await button.click();
    expect(await order()).toEqual(['n1', 'a', 'b', 'n2', 'c']);
    expect(await page.evaluate(() => document.activeElement?.textContent)).toBe('Person n1');
    expect(await page.$$('.newrows')).toHaveLength(0);
  });

  it('puts what moves up from the next page below, where it moves nothing, and does not call it new', async () => {
    fixture.pages = ['next'];
    await page.reload();
    await page.waitForSelector('[data-live-state]:not([hidden]):has-text("Live")');
    fixture.kept = [row('b', 'Got help')];
    fixture.rows = [row('a'), row('c'), row('d')];
    fixture.hint('b');
    await vi.waitFor(async () => expect(await order()).toEqual(['a', 'b', 'c', 'd']), waiting);
    expect(await page.$$('.newrows, #row-d.is-fresh')).toHaveLength(0);
    fixture.rows = [row('n1'), ...fixture.rows];
    fixture.hint('n1');
    await (await page.waitForSelector('.newrows:has-text("Show 1 new referral")')).click();
    expect(await order()).toEqual(['n1', 'a', 'b', 'c', 'd']);
  });

  it('does not offer on a later page what was pushed there from the page before', async () => {
    fixture.pages = ['prev'];
    await page.reload();
    await page.waitForSelector('[data-live-state]:not([hidden]):has-text("Live")');
    fixture.rows = [row('z'), ...fixture.rows, row('d')];
    fixture.hint('z');
    await page.waitForSelector('.newrows:has-text("Show 1 new referral")');
    expect(await order()).toEqual(['a', 'b', 'c']);
  });

  it('counts on while the offer is open, without taking the focus from it', async () => {
    fixture.rows = [row('n1'), ...fixture.rows];
    fixture.hint('n1');
    await (await page.waitForSelector('.newrows:has-text("Show 1 new referral")')).focus();
    fixture.rows = [row('n2'), ...fixture.rows];
    fixture.hint('n2');
    await page.waitForSelector('.newrows:focus:has-text("Show 2 new referrals")');
  });

  it('keeps a row that no longer fits the filter in its place, with its new status', async () => {
    fixture.kept = [row('b', 'Got help')];
    fixture.rows = [row('a'), row('c')];
    fixture.hint('b');
    await vi.waitFor(async () => expect(await statusOf('b')).toBe('Got help'), waiting);
    expect(await order()).toEqual(['a', 'b', 'c']);
    expect(fixture.asked).toContain('b');
  });

  it('takes away a row its reader may no longer see (R9, R13)', async () => {
    fixture.rows = [row('a'), row('c')];
    fixture.hint('b');
    await vi.waitFor(async () => expect(await order()).toEqual(['a', 'c']), waiting);
  });

  it('never takes what somebody is doing: choice, half-typed reason, caret, search text, open control', async () => {
    await page.fill('#q', 'half a name');
    await open('b');
    await page.check('#sc-b input[value=got_help]');
    await page.locator('#sc-b textarea').pressSequentially('She called and sa');
    await page.$eval('#sc-b textarea', (area) => (area as HTMLTextAreaElement).setSelectionRange(4, 7));
    change('b', 'Eligible');
    change('a', 'Pending');
    await page.waitForSelector('#sc-b .sc-meanwhile');
    expect(await statusOf('a')).toBe('Pending');
    expect(await page.textContent('#sc-b .sc-meanwhile')).toBe('Maria G. changed this to Eligible just now.');
    expect(await page.isChecked('#sc-b input[value=got_help]')).toBe(true);
    expect(await page.inputValue('#sc-b textarea')).toBe('She called and sa');
    expect(await page.inputValue('#q')).toBe('half a name');
    const caret = await page.evaluate(() => {
      const area = document.activeElement as HTMLTextAreaElement;
      return [area.name, area.selectionStart, area.selectionEnd];
    });
    expect(caret).toEqual(['reason', 4, 7]);
    // The version they saw is still the one they send (R5).
    expect(await page.inputValue('#sc-b [name=version]')).toBe('not_updated');
  });

  it('catches a control up once it is closed', async () => {
    await open('b');
    change('b', 'Eligible');
    await page.waitForSelector('#sc-b .sc-meanwhile');
    await page.click('#sc-b [data-close]');
    await vi.waitFor(async () => expect(await page.inputValue('#sc-b [name=version]')).toBe('eligible'), waiting);
    expect(await page.$$('.sc-meanwhile')).toHaveLength(0);
  });

  it('says a burst of changes in groups, five seconds apart at least', async () => {
    await page.evaluate(() => {
      const heard: { text: string; at: number }[] = [];
      Object.assign(window, { heard });
      new MutationObserver(() => {
        const text = document.querySelector('[data-live-say]')?.textContent ?? '';
        if (text) heard.push({ text, at: performance.now() });
      }).observe(document.querySelector('[data-live-say]')!, { childList: true });
    });
    for (const label of ['Pending', 'Eligible', 'No capacity']) {
      for (const id of ['a', 'b', 'c']) change(id, label);
      await vi.waitFor(async () => expect(await statusOf('c')).toBe(label), waiting);
    }
    const heard = () => page.evaluate(() => (window as unknown as { heard: { text: string; at: number }[] }).heard);
    await vi.waitFor(async () => expect((await heard()).length).toBeGreaterThanOrEqual(1), waiting);
    change('a', 'Got help');
    await vi.waitFor(async () => expect((await heard()).length).toBeGreaterThanOrEqual(2), waiting);
    const [first, second] = await heard();
    expect(first?.text).toBe('3 referrals changed.');
    expect((second?.at ?? 0) - (first?.at ?? 0)).toBeGreaterThanOrEqual(4_900);
  });

  it('says when it has lost the server and since when the list may be old, and catches up when it is back', async () => {
    fixture.answer.status = 503;
    fixture.reachable = false;
    fixture.io.disconnectSockets(true);
    await page.waitForSelector('.live--off:has-text("Reconnecting. List as of")');
    fixture.answer.status = 200;
    fixture.reachable = true;
    fixture.rows = [row('a', 'Got help'), row('b'), row('c')];
    await vi.waitFor(async () => expect(await statusOf('a')).toBe('Got help'), waiting);
    await page.waitForSelector('.live:not(.live--off):has-text("Live")');
  });

  it('claims nothing while the server it is connected to hears nothing itself, and catches up afterwards (R-30)', async () => {
    fixture.io.emit('live:lost');
    await page.waitForSelector('.live--off:has-text("Reconnecting. List as of")');
    fixture.rows = [row('a', 'Got help'), row('b'), row('c')];
    fixture.io.emit('live:started');
    await vi.waitFor(async () => expect(await statusOf('a')).toBe('Got help'), waiting);
    await page.waitForSelector('.live:not(.live--off):has-text("Live")');
    expect(fixture.io.engine.clientsCount).toBe(1);
  });

  it('comes back after the server has cut it, and reads its page again', async () => {
    fixture.rows = [row('a', 'Got help'), row('b'), row('c')];
    fixture.io.disconnectSockets(true);
    await vi.waitFor(async () => expect(await statusOf('a')).toBe('Got help'), waiting);
    await vi.waitFor(() => expect(fixture.io.engine.clientsCount).toBe(1), waiting);
  });

  it('finds the application again after it was restarted', async () => {
    const port = Number(new URL(fixture.url).port);
    await fixture.close();
    fixture = await openLiveFixture(port);
    fixture.rows = [row('a', 'Got help'), row('b'), row('c')];
    await vi.waitFor(async () => expect(await statusOf('a')).toBe('Got help'), waiting);
    await vi.waitFor(() => expect(fixture.io.engine.clientsCount).toBe(1), waiting);
    fixture.rows = [row('a', 'Got help'), row('b', 'Pending'), row('c')];
    fixture.hint('b');
    await vi.waitFor(async () => expect(await statusOf('b')).toBe('Pending'), waiting);
  });

  it('leaves for the sign-in page when its person is signed out (S-43)', async () => {
    fixture.answer.redirect = '/login?returnTo=%2Flist';
    fixture.io.disconnectSockets(true);
    await page.waitForURL(`${fixture.url}/login?returnTo=%2Flist`);
  });

  it('waits for the answer to a form that itself signs its person out (S-43)', async () => {
    fixture.postSignsOut = true;
    await open('b');
    await page.check('#sc-b input[value=pending]');
    await page.click('#sc-b button[type=submit]');
    await page.waitForSelector('h1:text("Password changed")');
    expect(fixture.posted).toBe(1);
  });

  it('offers to sign in, and keeps what was typed, when somebody signed out is writing', async () => {
    await open('b');
    await page.fill('#sc-b textarea', 'half a reason');
    fixture.answer.redirect = '/login?returnTo=%2Flist';
    fixture.io.disconnectSockets(true);
    const link = await page.waitForSelector('[data-live-state] a');
    expect(await link.getAttribute('href')).toBe('/login?returnTo=%2Flist');
    expect(await page.inputValue('#sc-b textarea')).toBe('half a reason');
    expect(fixture.io.engine.clientsCount).toBe(0);
  });

  it('reads itself again when it is looked at', async () => {
    fixture.rows = [row('a', 'Got help'), row('b'), row('c')];
    await page.evaluate(() => document.dispatchEvent(new Event('visibilitychange')));
    await vi.waitFor(async () => expect(await statusOf('a')).toBe('Got help'), waiting);
  });

  it('says nothing that the policy of the page forbids (S-50)', async () => {
    const other = await browser.newPage();
    const complaints: string[] = [];
    other.on('console', (message) => void complaints.push(message.text()));
    await other.goto(`${fixture.url}/list`);
    await other.waitForSelector('[data-live-state]:not([hidden]):has-text("Live")');
    expect(complaints).toEqual([]);
    await other.close();
  });
});

describe('forms (U-20)', () => {
  let browser: Browser;
  let fixture: LiveFixture;
  let page: Page;

  beforeAll(async () => {
    browser = await openBrowser();
    fixture = await openLiveFixture();
    fixture.rows = [row('a'), row('b')];
    page = await browser.newPage();
  });
  afterAll(async () => {
    await browser.close();
    await fixture.close();
  });
  beforeEach(async () => {
    await page.goto(`${fixture.url}/list`);
    await page.waitForSelector('[data-live-state]:not([hidden])');
  });

  it('have one status control open at a time', async () => {
    await page.click('#sc-a summary');
    await page.click('#sc-b summary');
    await page.waitForSelector('#sc-a:not([open])');
    expect(await page.getAttribute('#sc-b', 'open')).not.toBeNull();
  });

  it.each(['Cancel', 'Escape'])('are left as they were by %s, with the focus where it came from', async (how) => {
    await page.click('#sc-a summary');
    await page.check('#sc-a input[value=pending]');
    await page.fill('#sc-a textarea', 'half');
    await (how === 'Cancel' ? page.click('#sc-a [data-close]') : page.press('#sc-a textarea', 'Escape'));
    await page.waitForSelector('#sc-a:not([open])');
    expect(await page.inputValue('#sc-a textarea')).toBe('');
    expect(await page.isChecked('#sc-a input[value=pending]')).toBe(false);
    expect(await page.evaluate(() => document.activeElement?.tagName)).toBe('SUMMARY');
  });

  it('go out once, however often the button is pressed, and the button says what is going on (R-04)', async () => {
    const before = fixture.posted;
    await page.click('#sc-a summary');
    await page.check('#sc-a input[value=pending]');
    const said = await page.$eval('#sc-a button[type=submit]', (button) => {
      for (let press = 0; press < 3; press += 1) (button as HTMLButtonElement).click();
      return button.textContent;
    });
    expect(said).toBe('Saving');
    await page.waitForURL(`${fixture.url}/list`, { waitUntil: 'load' });
    await vi.waitFor(() => expect(fixture.posted).toBe(before + 1), waiting);
  });
});
