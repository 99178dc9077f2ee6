import { describe, expect, it } from 'vitest';
import {
  categoryOf,
  CATEGORIES,
  closesLoop,
  labelOf,
  SEEKER_CHOICES,
  SEEKER_WORDS,
  STATUSES,
  statusesIn,
  STATUS_WORDS,
} from '../../../src/domain/referral-status.ts';

describe('the statuses of a referral (R4)', () => {
  it.each([
    ['not_updated', 'progress', 'Not updated'],
    ['needs_client_action', 'progress', 'Needs client action'],
    ['pending', 'progress', 'Pending'],
    ['eligible', 'progress', 'Eligible'],
    ['referred_elsewhere', 'progress', 'Referred elsewhere'],
    ['got_help', 'help', 'Got help'],
    ['couldnt_contact', 'action', 'Couldn’t contact'],
    ['not_eligible', 'action', 'Not eligible'],
    ['no_capacity', 'action', 'No capacity'],
    ['couldnt_get_help', 'action', 'Couldn’t get help'],
    ['no_longer_interested', 'action', 'No longer interested'],
  ] as const)('%s belongs to %s and reads "%s"', (status, category, label) => {
    expect({ category: categoryOf(status), label: labelOf(status) }).toEqual({ category, label });
  });

  it('are eleven, each in exactly one category', () => {
    expect(STATUSES).toHaveLength(11);
    expect(CATEGORIES.flatMap(statusesIn)).toEqual([...STATUSES]);
  });

  it('close the loop with "Got help" and "No longer interested", and with nothing else', () => {
    expect(STATUSES.filter(closesLoop)).toEqual(['got_help', 'no_longer_interested']);
  });

  it('each say in a line what they mean, and in plain words what they mean to the Seeker (R25)', () => {
    for (const status of STATUSES) {
      expect(STATUS_WORDS[status].meaning.length).toBeGreaterThan(10);
      expect(SEEKER_WORDS[status]).toMatch(/\.$/);
    }
  });
});

describe('what a Seeker may say (R4)', () => {
  it('is six plain sentences, each meaning one status, and never "Not updated"', () => {
    expect(SEEKER_CHOICES.map(({ words, status }) => [words, status])).toEqual([
      ['I got help', 'got_help'],
      ['I’m still waiting', 'pending'],
      ['They told me I don’t qualify', 'not_eligible'],
      ['They were full', 'no_capacity'],
      ['I couldn’t get help', 'couldnt_get_help'],
      ['I don’t need this any more', 'no_longer_interested'],
    ]);
  });
});
