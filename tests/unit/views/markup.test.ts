import { existsSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { fromRoot } from '../../../src/root.ts';
import { filesBelow } from '../../architecture/sources.ts';

const views = filesBelow('views', '.ejs');
// Mail has no style sheet: its styles must stand on the elements.
const pages = views.filter((view) => !view.path.startsWith('views/emails/'));
const sprite = readFileSync(fromRoot('public/img/sprite.svg'), 'utf8');

describe('every view (S-50, S-52)', () => {
  it('prints escaped; only an include and the body of a layout go out as they are', () => {
    const raw = views.flatMap((view) => [...view.text.matchAll(/<%-(?!\s*include\()(.*?)-?%>/g)].map((match) => `${view.path}:${match[1]!.trim()}`));
    expect(raw.filter((one) => !/^views\/layouts\/(main|seeker)\.ejs:body$/.test(one))).toEqual([]);
  });

  it('has no inline style, no inline handler and no inline script', () => {
    const inline = pages.filter((view) => /\sstyle=|\son[a-z]+=|<style|javascript:/i.test(view.text)).map((view) => view.path);
    expect(inline).toEqual([]);
    const scripts = views.flatMap((view) => [...view.text.matchAll(/<script\b(?:<%.*?%>|[^>])*>([^<]*)/g)].map((match) => ({ path: view.path, tag: match[0] })));
    expect(scripts.filter(({ tag }) => !/^<script type="module"(?: async)? src="<%= assets %>\/js\/[a-z-]+\.js">$/.test(tag))).toEqual([]);
  });

  it('quotes every attribute it prints into', () => {
    const open = views.flatMap((view) => [...view.text.matchAll(/[a-z-]+=<%.*/g)].map((match) => `${view.path}: ${match[0]}`));
    expect(open).toEqual([]);
  });

  it('says in its first line what it gets', () => {
    expect(views.filter((view) => !/^<%# locals: .+%>/.test(view.text)).map((view) => view.path)).toEqual([]);
  });
});

it('includes only partials that are there, from the root', () => {
  const included = pages.flatMap((view) => [...view.text.matchAll(/include\('([^']+)'/g)].map((match) => match[1]!));
  expect(included.filter((path) => !path.startsWith('/') || !existsSync(fromRoot('views', `${path}.ejs`)))).toEqual([]);
});

it('names style, scripts, pictures and fonts by this version’s address, in views, and by relative ones in what those hold (U-24)', () => {
  const unversioned = views.filter((view) => /["'(]\/(assets|css|js|img|fonts|vendor)\//.test(view.text)).map((view) => view.path);
  const held = ['.css', '.js'].flatMap((ending) => filesBelow('public', ending)).filter((file) => file.text.includes('/assets'));
  expect([...unversioned, ...held.map((file) => file.path)]).toEqual([]);
});

it('draws only with symbols the sprite has', () => {
  const symbols = new Set([...sprite.matchAll(/<symbol id="([^"]+)"/g)].map((match) => match[1]));
  const used = pages.flatMap((view) => [...view.text.matchAll(/sprite\.svg#([a-z_-]+)"/g)].map((match) => match[1]!));
  expect(used.filter((name) => !symbols.has(name))).toEqual([]);
  for (const size of ['s', 'm', 'l']) {
    for (const ring of ['sent', 'seen', 'acted', 'got_help', 'unresolved', 'closed_unserved']) expect(symbols).toContain(`${size}-${ring}`);
  }
});

it('keeps the sprite free of styles, so that the content policy has nothing to refuse', () => {
  expect(sprite).not.toMatch(/style|<script|class=/);
});
