import { describe, expect, it } from 'vitest';
import { ELSEWHERE, pieceGroups } from '../../src/styleguide/style-guide.pages.ts';
import { filesBelow, importsOf } from './sources.ts';

const partials = filesBelow('views/partials', '.ejs').map(({ path }) => path.replace('views/partials/', '').replace('.ejs', ''));
const shown = pieceGroups().flatMap(({ pieces }) => pieces.map(({ partial }) => partial as string));

describe('the style guide at /dev/styleguide', () => {
  it('shows every partial in its states (src/styleguide), or says where else it is to be seen (ELSEWHERE)', () => {
    expect([...shown, ...Object.keys(ELSEWHERE)].sort()).toEqual([...partials].sort());
  });

  it('shows each partial once, in at least one state', () => {
    const pieces = pieceGroups().flatMap((group) => group.pieces);
    expect(pieces.filter(({ states }) => states.length === 0)).toEqual([]);
    expect(new Set(shown).size).toBe(shown.length);
  });

  it('is known to nothing but the list of routers', () => {
    const users = filesBelow('src', '.ts').filter(
      (file) => !file.path.startsWith('src/styleguide/') && importsOf(file).some((target) => target.includes('styleguide')),
    );
    expect(users.map(({ path }) => path)).toEqual(['src/app.ts']);
  });
});
