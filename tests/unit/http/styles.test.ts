import { expect, it } from 'vitest';
import { joined } from '../../../src/http/styles.ts';

const FILES: Record<string, string> = {
  'index.css': "@layer base, pages;\n/* Why. */\n@import './fonts.css';\n\n@import './base/words.css' layer(base);\n",
  'fonts.css': '@font-face {\n}\n',
  'base/words.css': '/* Words. */\n.soft {\n  color: gray;\n}\n',
};

it('puts each file in the place of its import, in its layer, without comments (ADR 0155)', () => {
  expect(joined((name) => FILES[name] ?? '')).toBe(
    '@layer base, pages;\n@font-face {\n}\n\n\n@layer base {\n.soft {\n  color: gray;\n}\n}\n',
  );
});
