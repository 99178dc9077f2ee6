import type { Browser, Page } from 'playwright-core';
import type { Language } from '../../../src/i18n/languages.ts';
import { newPage, signInPage } from '../browser.ts';
import type { Role } from '../cast.ts';
import type { Shown } from './open.ts';
import type { World } from './world.ts';

/** Opens pages as whoever they are for: each of them signs in once. */
export function openViewer(browser: Browser, world: World): (shown: Shown, language: Language) => Promise<Page> {
  const theirs = new Map<Role | null, Promise<Page>>();
  const pageOf = (role: Role | null): Promise<Page> => {
    const page = theirs.get(role) ?? arrive(browser, world, role);
    theirs.set(role, page);
    return page;
  };
  return async (shown, language) => {
    const page = await pageOf(shown.as);
    await page.context().addCookies([{ name: 'lang', value: language, url: world.url }]);
    if (shown.as) await world.app.deps.db.user.update({ where: { id: world.cast[shown.as].id }, data: { language } });
    const status = await shown.open(page, world);
    if (status !== shown.status) throw new Error(`${shown.name} was answered with ${String(status)}`);
    return page;
  };
}

async function arrive(browser: Browser, { url, cast }: World, role: Role | null): Promise<Page> {
  const page = await newPage(browser);
  if (role) await signInPage(page, url, cast[role].email);
  return page;
}
