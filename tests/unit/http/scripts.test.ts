import { expect, it } from 'vitest';
import { bare } from '../../../src/http/scripts.ts';

it('takes comments that have their lines for themselves out of a script, and nothing else', () => {
  const script = [
    '/** Why. */',
    "const a = 'https://x'; // kept",
    '/**',
    ' * More.',
    ' */',
    '  // so',
    "const b = '/** kept */';",
    '',
  ].join('\n');
  expect(bare(script)).toBe(['', "const a = 'https://x'; // kept", '', '', '', '', "const b = '/** kept */';", ''].join('\n'));
});
