import { describe, expect, it } from 'vitest';
import { filesBelow, importsOf } from './sources.ts';

const sources = filesBelow('src', '.ts');
const FEATURES = [
  'accounts',
  'people',
  'programs',
  'directory',
  'referrals',
  'status-links',
  'dashboards',
  'inbound',
  'teams',
  'claims',
  'notes',
  'goals',
  'looks',
  'operators',
  'settings',
  'first-steps',
  'demo',
  'mail',
  'live',
];

describe('the shape of the source', () => {
  it('keeps every file within 150 lines and the median near 30', () => {
    const all = [...sources, ...filesBelow('public/css', '.css')];
    expect(all.filter((file) => file.lines > 150).map((file) => `${file.path}: ${String(file.lines)}`)).toEqual([]);
    const sizes = sources.map((file) => file.lines).sort((a, b) => a - b);
    expect(sizes[Math.floor(sizes.length / 2)]).toBeLessThanOrEqual(60);
  });

  it('reads process.env in config.ts and server.ts alone', () => {
    const readers = sources.filter((file) => file.text.includes('process.env')).map((file) => file.path);
    expect(readers.filter((path) => !/^src\/(server|config)\.ts$|\.cli\.ts$|^src\/db\/embedded/.test(path))).toEqual([]);
  });

  it('lets features reach each other through services and stores only', () => {
    const crossings = sources.flatMap((file) => importsOf(file).map((target) => ({ from: file.path, to: target })));
    const wrong = crossings.filter(({ from, to }) => {
      const [here, there] = [featureOf(from), featureOf(to)];
      return here !== null && there !== null && here !== there && /\.(routes|forms|pages)\.ts$/.test(to);
    });
    expect(wrong).toEqual([]);
  });

  it('lets only stores, db/ and the documented readers use the database client as more than a type', () => {
    const users = sources.filter((file) => /^import (?!type)[^;]*'[^']*db\/generated/m.test(file.text)).map((file) => file.path);
    expect(users.filter((path) => !/\.store\.ts$|^src\/db\//.test(path))).toEqual([]);
  });

  it('builds no SQL from strings: raw queries are tagged, and Unsafe stands in the one documented place', () => {
    const unsafe = sources.filter((file) => /(query|execute)RawUnsafe/.test(file.text)).map((file) => file.path);
    expect(unsafe.filter((path) => !path.startsWith('src/jobs'))).toEqual([]);
  });

  it('reads referrals only through visibleTo, except where a whole system job says why (R13)', () => {
    const SYSTEM = /system-only|system only/i;
    const readers = sources.filter((file) => /FROM referral r|JOIN referral r|\.referral\.(find|count|aggregate|groupBy)/.test(file.text));
    const open = readers.filter((file) => !/visibleTo\(|inboundOf\(/.test(file.text) && !SYSTEM.test(file.text)).map((file) => file.path);
    expect(open).toEqual([]);
  });

  it('has no default exports, no barrels and no rooms for leftovers', () => {
    expect(sources.filter((file) => /^export default/m.test(file.text)).map((file) => file.path)).toEqual([]);
    expect(sources.filter((file) => /\/(index|utils|helpers|common|misc)(\.ts|\/)/.test(file.path)).map((file) => file.path)).toEqual([]);
  });
});

function featureOf(path: string): string | null {
  const folder = path.split('/')[1] ?? '';
  return FEATURES.includes(folder) ? folder : null;
}
