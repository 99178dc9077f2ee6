import { describe, expect, it } from 'vitest';
import { filesBelow, importsOf } from './sources.ts';

const sources = filesBelow('src', '.ts');
/** What every feature stands on; all other folders of src are features. */
const GROUND = ['components', 'db', 'domain', 'http', 'i18n', 'jobs', 'start', 'styleguide'];

describe('the shape of the source', () => {
  it('keeps every file within 150 lines, and half of them within 60', () => {
    const all = [...sources, ...filesBelow('public/css', '.css')];
    expect(all.filter((file) => file.lines > 150).map((file) => `${file.path}: ${String(file.lines)}`)).toEqual([]);
    const sizes = sources.map((file) => file.lines).sort((a, b) => a - b);
    expect(sizes[Math.floor(sizes.length / 2)]).toBeLessThanOrEqual(60);
  });

  it('reads process.env where a process begins, and where it starts another', () => {
    const readers = sources.filter((file) => file.text.includes('process.env')).map((file) => file.path);
    expect(readers.sort()).toEqual([
      'src/db/embedded-process.ts',
      'src/directory/import.cli.ts',
      'src/operators/admin.cli.ts',
      'src/server.ts',
    ]);
  });

  it('lets no feature use another’s routes, forms or pages', () => {
    const crossings = sources.flatMap((file) => importsOf(file).map((target) => ({ from: file.path, to: target })));
    const wrong = crossings.filter(({ from, to }) => {
      const [here, there] = [featureOf(from), featureOf(to)];
      return here !== null && there !== null && here !== there && /\.(routes|forms|pages)\.ts$/.test(to);
    });
    expect(wrong).toEqual([]);
  });

  it('lets only stores and src/db import the database client as more than a type', () => {
    const users = sources.filter((file) => /^import (?!type)[^;]*'[^']*db\/generated/m.test(file.text)).map((file) => file.path);
    expect(users.filter((path) => !/\.store\.ts$|^src\/db\//.test(path))).toEqual([]);
  });

  it('has no default exports, no barrels and no rooms for leftovers', () => {
    expect(sources.filter((file) => /^export default|^export \*/m.test(file.text)).map((file) => file.path)).toEqual([]);
    const passing = /^(?:import|export)\b[^;]* from '[^']*';|\/\*[\s\S]*?\*\/|\/\/.*$/gm;
    expect(sources.filter(({ text }) => text.replace(passing, '').trim() === '').map(({ path }) => path)).toEqual([]);
    expect(sources.filter((file) => /\/(index|utils|helpers|common|misc)(\.ts|\/)/.test(file.path)).map((file) => file.path)).toEqual([]);
  });
});

function featureOf(path: string): string | null {
  const [, folder = '', ...rest] = path.split('/');
  return rest.length === 0 || GROUND.includes(folder) ? null : folder;
}
