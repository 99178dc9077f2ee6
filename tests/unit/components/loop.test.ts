import { describe, expect, test } from 'vitest';
import { elapsedWords } from '../../../src/components/elapsed.ts';
import { historyEntries, plainHistory, type HistoryFacts } from '../../../src/components/history.ts';
import { stepsOf } from '../../../src/components/steps.ts';
import { statusConflict } from '../../../src/components/status-conflict.ts';
import { plainStatus } from '../../../src/components/answer-form.ts';
import type { MeanwhileChange } from '../../../src/domain/errors.ts';

const at = (minutes: number): Date => new Date(Date.UTC(2026, 11, 2, 9, minutes));
const zone = { timeZone: 'UTC', now: at(20 * 60) };

describe('R4: the steps of the loop', () => {
  const facts = { status: 'not_updated' as const, sentAt: at(0), seenAt: null, actedAt: null, statusChangedAt: at(0) };
  const lines = (steps: ReturnType<typeof stepsOf>) => steps.steps.map(({ done, line }) => [done, line]);

  test('sent, and nothing else yet', () => {
    expect(lines(stepsOf(facts, { sent: 'Dana W.' }, zone))).toEqual([
      [true, 'Dana W.'],
      [false, 'Not yet'],
      [false, 'Not yet'],
      [false, 'Not yet. 20 hours since it was sent'],
    ]);
  });

  test('an outcome closes it; In progress opens it again', () => {
    const closed = { ...facts, status: 'got_help' as const, seenAt: at(1), actedAt: at(2), statusChangedAt: at(9) };
    const doers = { sent: 'Dana W.', seen: 'Maria G.', acted: 'Maria G.', outcome: 'Ana R., by email link' };
    expect(stepsOf(closed, doers, zone).steps[3]).toMatchObject({ done: true, line: 'Ana R., by email link' });
    expect(stepsOf({ ...closed, status: 'pending' }, doers, zone).steps[3]).toMatchObject({ done: false, at: null });
  });

  test('where others acted and the Program never looked, it says so', () => {
    const acted = { ...facts, status: 'pending' as const, actedAt: at(2), statusChangedAt: at(2) };
    expect(stepsOf(acted, { acted: 'Dana W.' }, zone).steps[1]).toMatchObject({
      done: false,
      at: null,
      line: 'The Program has not opened it',
    });
  });

  test('how long something waits is said in one unit', () => {
    expect([0, 59, 60, 47 * 60, 48 * 60].map((minutes) => elapsedWords(at(0), at(minutes)))).toEqual([
      '1 minute',
      '59 minutes',
      '1 hour',
      '47 hours',
      '2 days',
    ]);
    expect(elapsedWords(at(5), at(0))).toBe('1 minute');
  });
});

describe('R6: entries of the history', () => {
  const entry = (facts: Partial<HistoryFacts>): HistoryFacts => ({
    id: 'e',
    kind: 'created',
    fromStatus: null,
    toStatus: null,
    reason: null,
    via: 'dashboard',
    actorName: 'Dana W.',
    actorOrganization: 'Riverside Clinic',
    createdAt: at(0),
    ...facts,
  });
  const newestFirst = [
    entry({
      kind: 'status_changed',
      fromStatus: 'pending',
      toStatus: 'got_help',
      via: 'email_link',
      actorOrganization: null,
      actorName: 'Ana R.',
    }),
    entry({ kind: 'note_added' }),
    entry({ kind: 'seen', actorName: 'Maria G.' }),
    entry({ kind: 'status_changed', fromStatus: 'not_updated', toStatus: 'pending', via: 'api' }),
    entry({}),
  ];

  test('have the ring as they left it, and none where they did not move it', () => {
    expect(historyEntries(newestFirst, 'UTC').map(({ ring }) => ring?.ring ?? null)).toEqual(['got_help', null, 'acted', 'acted', 'sent']);
  });

  test('say through what, to the Seeker in plain words', () => {
    expect(historyEntries(newestFirst, 'UTC').map(({ via }) => via)).toEqual([
      'by email link',
      'in the dashboard',
      'in the dashboard',
      'by API',
      'in the dashboard',
    ]);
    expect(plainHistory(newestFirst, 'UTC').map(({ via }) => via)).toContain('on this site');
    expect(plainHistory(newestFirst, 'UTC').map(({ via }) => via)).not.toContain('in the dashboard');
  });

  test('say to the Seeker what each change means to them', () => {
    expect(plainHistory(newestFirst, 'UTC').map(({ text, to }) => [text, to])).toEqual([
      ['You got help.', null],
      ['Added a note', null],
      ['They have seen it.', null],
      ['They are working on it.', null],
      ['Sent', null],
    ]);
  });
});

describe('R5: who changed it meanwhile', () => {
  const change = (by: string): MeanwhileChange => ({ by, organization: null, from: 'pending', to: 'eligible', reason: null, at: at(0) });
  const headingOf = (...names: string[]): string =>
    statusConflict(
      { current: { status: 'eligible', version: 4 }, changes: names.map(change), chosen: 'no_capacity', reason: 'Kept', plain: false },
      { action: '/x', hidden: [], formKey: 'k', timeZone: 'UTC' },
    ).heading;

  test('is named: one, two, or one and how many others', () => {
    expect(headingOf('Maria G.')).toBe('Maria G. changed this while you were choosing');
    expect(headingOf('Maria G.', 'Maria G.')).toBe('Maria G. changed this while you were choosing');
    expect(headingOf('Maria G.', 'Joel P.')).toBe('Maria G. and Joel P. changed this while you were choosing');
    expect(headingOf('Maria G.', 'Joel P.', 'Ana R.')).toBe('Maria G. and 2 others changed this while you were choosing');
  });

  test('a Seeker reads their choice in the words they chose it by, and what changed in plain words too', () => {
    const conflict = statusConflict(
      { current: { status: 'eligible', version: 4 }, changes: [change('Maria G.')], chosen: 'no_capacity', reason: null, plain: true },
      { action: '/x', hidden: [], formKey: 'k', timeZone: 'UTC' },
    );
    expect(conflict).toMatchObject({ choice: { label: 'They were full' }, keep: 'Keep it as it is now', version: 4, reason: '' });
    expect(conflict.changes[0]).toMatchObject({
      from: { value: 'pending', label: 'They are working on it' },
      to: { value: 'eligible', label: 'You qualify. You have not been helped yet' },
    });
  });
});

test('R25: a referral that was opened says so to the Seeker', () => {
  expect(plainStatus('not_updated', false, { told: true }).words).toBe('Sent. No answer yet.');
  expect(plainStatus('not_updated', true).words).toBe('They have seen it. No answer yet.');
});

test('R28: nothing is called sent, to the Seeker, that reached nobody', () => {
  expect(plainStatus('not_updated', false, { told: false }).words).toBe('Saved here. They do not know of it yet, so call them.');
  expect(plainStatus('not_updated', false).words).toBe('No answer yet.');
});
