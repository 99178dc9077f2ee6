import { describe, expect, it } from 'vitest';
import { anonymous, type LinkActor, type UserActor } from '../../../src/domain/actor.ts';
import { fullName, historyName, shortName } from '../../../src/domain/display-name.ts';

const maria: UserActor = {
  kind: 'user',
  userId: 'maria',
  firstName: 'Maria',
  lastName: 'Gutierrez',
  email: 'maria@example.org',
  emailVerified: true,
  isSeeker: false,
  isOperator: false,
  timeZone: null,
  language: 'en',
  memberships: [],
  adminOf: [{ siteId: 'site', organization: 'Riverside Clinic', joinedAt: new Date('2026-01-01') }],
};

describe('how history names people (R6)', () => {
  it.each([
    ['Maria', 'Gutierrez', 'Maria G.'],
    ['  Maria ', ' gutierrez ', 'Maria G.'],
    ['Thuy', 'Lê', 'Thuy L.'],
    ['Ólafur', 'Þórsson', 'Ólafur Þ.'],
    ['Anna', 'de la Cruz', 'Anna D.'],
    ['Nguyễn', 'Ý', 'Nguyễn Ý.'],
    ['José', 'E\u0301vora', 'José E\u0301.'],
    ['李', '小龙', '李 小.'],
    ['Prince', '', 'Prince'],
    ['', 'Stone', 'S.'],
  ])('%s %s is "%s"', (first, last, shown) => {
    expect(shortName(first, last)).toBe(shown);
  });
  it('keeps the whole name for those who may read it', () => {
    expect(fullName('Maria', 'Gutierrez')).toBe('Maria Gutierrez');
    expect(fullName('Prince', '')).toBe('Prince');
  });
  it('adds the organization of the moment (R7)', () => {
    expect(historyName(maria)).toEqual({ name: 'Maria G.', organization: 'Riverside Clinic' });
    expect(historyName({ ...maria, adminOf: [] })).toEqual({ name: 'Maria G.', organization: null });
  });
  it('names whoever comes by a Status link', () => {
    const link = { kind: 'link', firstName: 'Ana', lastName: 'Ruiz', organization: null } as LinkActor;
    expect(historyName(link)).toEqual({ name: 'Ana R.', organization: null });
  });
  it('refuses to name nobody', () => {
    expect(() => historyName(anonymous)).toThrow('no name');
  });
});
