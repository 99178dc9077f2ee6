import type { Locator, Page } from 'playwright-core';
import { focusFault } from './gallery/faults.ts';

const FARTHEST = 150;

/** A person without a mouse: Tab, Enter, Space, arrows and letters. Each stop on the way shows that it has the focus, and nothing covers it (U-02). */
export interface Hands {
  page: Page;
  /** What was wrong with a stop. */
  faults: string[];
  /** Tabs on until this has the focus. */
  to: (what: Locator) => Promise<void>;
  /** Goes there and presses the key, Enter unless said otherwise. */
  press: (what: Locator, key?: string) => Promise<void>;
  write: (what: Locator, words: string) => Promise<void>;
  /** Goes to its group and chooses with the arrows. */
  pick: (radio: Locator) => Promise<void>;
  /** Chooses from a list by the letters its entry begins with. */
  choose: (list: Locator, words: string) => Promise<void>;
}

export function handsOn(page: Page): Hands {
  const faults: string[] = [];
  const step = async (key: string): Promise<void> => {
    await page.keyboard.press(key);
    const fault = await page.evaluate(focusFault);
    if (fault) faults.push(`${new URL(page.url()).pathname}: ${fault}`);
  };
  const until = async (what: Locator, key: string): Promise<void> => {
    await what.first().waitFor({ state: 'attached' });
    for (let steps = 0; steps < FARTHEST; steps += 1) {
      if (await hasFocus(what)) return;
      await step(key);
    }
    throw new Error(`The focus does not come to ${String(what)}`);
  };
  const to = (what: Locator): Promise<void> => until(what, 'Tab');
  return {
    page,
    faults,
    to,
    press: async (what, key = 'Enter') => {
      await to(what);
      await page.keyboard.press(key);
    },
    write: async (what, words) => {
      await to(what);
      await page.keyboard.press('Control+a');
      await page.keyboard.type(words);
    },
    pick: async (radio) => {
      const name = String(await radio.first().getAttribute('name'));
      const form = radio.first().locator('xpath=ancestor::form[1]');
      await to(form.locator(`input[name="${name}"]`));
      await until(radio, 'ArrowDown');
      await page.keyboard.press('Space');
    },
    choose: async (list, words) => {
      await to(list);
      await page.keyboard.type(words);
    },
  };
}

/** Any of those it may be: a group is come to by whichever radio Tab leads to. */
function hasFocus(what: Locator): Promise<boolean> {
  return what.evaluateAll((all) => all.some((one) => one === document.activeElement));
}
