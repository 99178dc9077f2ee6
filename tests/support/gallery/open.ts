import type { Page } from 'playwright-core';
import type { Role } from '../cast.ts';
import type { World } from './world.ts';

/** A page of the product in one of its states, and who is looking. */
export interface Shown {
  name: string;
  /** Null: without an account. */
  as: Role | null;
  /** Goes there, pressing what only a form leads to, and tells the status of the answer. */
  open: (page: Page, world: World) => Promise<number | undefined>;
  /** 200 unless said otherwise. */
  status: number;
}

type Address = string | ((world: World) => string);
type Words = (world: World) => Record<string, string>;

export const at = (as: Role | null, name: string, address: Address, status = 200): Shown => ({
  name,
  as,
  status,
  open: async (page, world) => (await page.goto(urlOf(world, address)))?.status(),
});

/** The answer to a form with these words, sent from a page of ours. */
export const pressed = (as: Role | null, name: string, address: Address, words: Words, status = 422): Shown => ({
  name,
  as,
  status,
  open: async (page, world) => {
    await page.goto(urlOf(world, '/programs'));
    const loaded = page.waitForEvent('load');
    const answered = page.waitForResponse((answer) => answer.request().method() === 'POST' && answer.request().isNavigationRequest());
    await page.evaluate(press, { action: urlOf(world, address), words: words(world) });
    await loaded;
    return (await answered).status();
  },
});

/** The same page after something was done on it. */
export const after = (shown: Shown, name: string, act: (page: Page, world: World) => Promise<void>): Shown => ({
  ...shown,
  name,
  open: async (page, world) => {
    const status = await shown.open(page, world);
    await act(page, world);
    return status;
  },
});

const press = ({ action, words }: { action: string; words: Record<string, string> }): void => {
  const form = Object.assign(document.createElement('form'), { method: 'post', action });
  for (const [name, value] of Object.entries(words)) form.append(Object.assign(document.createElement('input'), { name, value }));
  document.body.append(form);
  form.submit();
};

function urlOf(world: World, address: Address): string {
  return world.url + (typeof address === 'string' ? address : address(world));
}
