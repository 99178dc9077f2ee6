import { describe, expect, test } from 'vitest';
import { composeMail } from '../../../src/mail/messages/compose.ts';
import { renderMail } from '../../../src/mail/messages/render-mail.ts';
import { hexContrast } from '../css/hex.ts';
import { MAIL_SAMPLES } from './mail-samples.ts';

const FRAME = { settingsUrl: 'https://throughline.example.org/settings/account/notifications', helpPhone: '(650) 555-0100' };

const mails = await Promise.all(
  Object.values(MAIL_SAMPLES).flatMap((sample) =>
    (['es', 'ar'] as const).map(async (language) => (await renderMail(composeMail({ ...sample, language }, FRAME))).html),
  ),
);
const first = mails[0] ?? '';

/** The colours of a class where its reader's mail program is dark: `soft` → { color: '#bdb8b0' }. */
const dark = new Map(
  [.../@media \(prefers-color-scheme: dark\) \{(.*?)\n {2}\}/s.exec(first)![1]!.matchAll(/\.([a-z]+) \{(.*)\}/g)].map(([, name, rules]) => [
    name!,
    coloursIn(rules!),
  ]),
);

type Colours = Partial<Record<'color' | 'background' | 'border', string>>;

function coloursIn(style: string): Colours {
  const found = [...style.matchAll(/(?<![a-z-])(color|background|border)[a-z-]*:[^;#]*(#[0-9a-f]{6})/g)];
  return Object.fromEntries(found.map(([, what, colour]) => [what, colour])) as Colours;
}

/** Everything in the mails that has a colour of its own. */
const painted = mails.flatMap((html) =>
  [...html.matchAll(/<[a-z0-9]+ [^>]*style="([^"]*#[0-9a-f]{6}[^"]*)"[^>]*>/g)].map(([tag, style]) => ({
    tag,
    light: coloursIn(style!),
    night: Object.assign({}, ...(/class="([^"]*)"/.exec(tag)?.[1] ?? '').split(' ').map((name) => dark.get(name) ?? {})) as Colours,
  })),
);

describe('a mail in the dark (U-35)', () => {
  test('says that it has colors for it, to mail programs old and new', () => {
    for (const html of mails) {
      expect(html).toContain('<meta name="color-scheme" content="light dark">');
      expect(html).toContain('<meta name="supported-color-schemes" content="light dark">');
      expect(html).toContain(':root { color-scheme: light dark; supported-color-schemes: light dark; }');
    }
  });

  test('has another color for each it has by day', () => {
    expect(painted.length).toBeGreaterThan(100);
    const left = painted.flatMap(({ tag, light, night }) =>
      (Object.keys(light) as (keyof Colours)[]).filter((what) => !night[what]).map((what) => `${what} of ${tag}`),
    );
    expect([...new Set(left)]).toEqual([]);
  });

  test('can be read by day and in the dark: words 4.5 to 1, the line under the last step 3 to 1 (U-05)', () => {
    for (const mode of ['light', 'night'] as const) {
      const sheet = painted.find(({ tag }) => tag.includes('class="sheet"'))![mode].background!;
      for (const one of painted) {
        const { color, background, border } = one[mode];
        if (color) expect(hexContrast(color, background ?? sheet), `${mode}: ${one.tag}`).toBeGreaterThanOrEqual(4.5);
        if (border && /class="(?:here|mark)/.test(one.tag))
          expect(hexContrast(border, sheet), `${mode}: ${one.tag}`).toBeGreaterThanOrEqual(3);
      }
    }
  });
});
