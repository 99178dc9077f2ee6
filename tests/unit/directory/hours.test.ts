import { describe, expect, it } from 'vitest';
import { HsdsService } from '../../../src/directory/hsds.forms.ts';
import { readAllHours } from '../../../src/directory/read-hours.ts';
import { readTime } from '../../../src/directory/read-time.ts';

const TODAY = '2026-11-23';

function hours(schedules: object[], place: string | null = null): { rows: string[]; remarks: string[] } {
  const remarks: string[] = [];
  const read = HsdsService.parse({ schedules }).schedules;
  const rows = readAllHours(
    read.map((schedule) => ({ place, schedule })),
    TODAY,
    remarks,
  );
  const told = rows.map(({ weekday, opensAt, closesAt, description }) =>
    [weekday, opensAt, closesAt, description].filter((part) => part !== null).join(' '),
  );
  return { rows: told.map((row) => row.replaceAll('\u00a0', ' ')), remarks };
}

describe('a time of day as sources write it', () => {
  it.each([
    ['9am', '09:00'],
    ['9:30 am', '09:30'],
    ['9 a.m.', '09:00'],
    ['4:00 PM', '16:00'],
    ['12pm', '12:00'],
    ['12:30 AM', '00:30'],
    ['10:00:00', '10:00'],
    ['10:00:00.000Z', '10:00'],
    ['17:00-08:00', '17:00'],
    ['0930', '09:30'],
    ['noon', '12:00'],
    ['Midnight', '00:00'],
    ['24:00', '00:00'],
    ['17:30pm', '17:30'],
  ])('%s', (written, time) => {
    expect(readTime(written)).toBe(time);
  });

  it.each(['', '9', '25:00', '10:75', '13am', 'late', '24:30', '1:2:3:4', '-5:00'])('%j is none', (written) => {
    expect(readTime(written)).toBeNull();
  });
});

describe('hours of an HSDS schedule', () => {
  it('that repeat every week become weekdays', () => {
    expect(hours([{ freq: 'WEEKLY', byday: 'TH,FR', opens_at: '10:00:00', closes_at: '18:00:00' }]).rows).toEqual([
      '4 10:00 18:00',
      '5 10:00 18:00',
    ]);
    expect(hours([{ byday: 'MO-WE', opens_at: '9am', closes_at: '5pm' }]).rows).toEqual([
      '1 09:00 17:00',
      '2 09:00 17:00',
      '3 09:00 17:00',
    ]);
    expect(hours([{ byday: 'SA-MO', opens_at: '9am', closes_at: '5pm' }]).rows).toHaveLength(3);
    expect(hours([{ weekday: 'Sunday', opens_at: '00:00', closes_at: '23:59' }]).rows).toEqual(['7 00:00 24:00']);
  });

  it('through the night stay hours; a closing before a morning opening is doubtful and stays in words', () => {
    expect(hours([{ byday: 'SU', opens_at: '20:00', closes_at: '07:00' }]).rows).toEqual(['7 20:00 07:00']);
    const slip = hours([{ byday: 'MO', opens_at: '9am', closes_at: '03:00' }]);
    expect(slip.rows).toEqual(['Monday 9am to 03:00']);
    expect(slip.remarks).toEqual(['hours "9am to 03:00" cannot be right and are kept as words']);
  });

  it('of another rhythm are told in words', () => {
    expect(hours([{ freq: 'MONTHLY', byday: '1MO', opens_at: '9:00', closes_at: '12:00' }]).rows).toEqual([
      'first Monday of each month 9 am to noon',
    ]);
    expect(hours([{ byday: '-1FR', opens_at: '9:00', closes_at: '12:00' }]).rows).toEqual(['last Friday of each month 9 am to noon']);
    expect(hours([{ freq: 'WEEKLY', interval: 2, byday: 'TU', opens_at: '9:00', closes_at: '12:00' }]).rows).toEqual([
      'Tuesday every 2 weeks 9 am to noon',
    ]);
    expect(hours([{ description: 'Call first.' }]).rows).toEqual(['Call first.']);
    expect(hours([{ freq: 'WEEKLY' }]).rows).toEqual([]);
  });

  it('that have ended are left out, unless there are no others; hours to come are told with their day', () => {
    const winter = { byday: 'MO', opens_at: '9:00', closes_at: '12:00', valid_from: '2025-11-01', valid_to: '2026-03-31' };
    const spring = { byday: 'TU', opens_at: '9:00', closes_at: '12:00', valid_from: '2027-03-01' };
    const now = { byday: 'WE', opens_at: '9:00', closes_at: '12:00', valid_from: '2026-04-01', valid_to: '2027-02-28' };
    expect(hours([winter, now, spring]).rows).toEqual(['3 09:00 12:00', 'From 1 Mar 2027: Tuesday 9 am to noon']);
    expect(hours([winter]).rows).toEqual(['Until 31 Mar 2026: Monday 9 am to noon']);
    expect(hours([{ ...now, valid_to: TODAY }]).rows).toEqual(['3 09:00 12:00']);
  });

  it('name their place when there are several', () => {
    expect(hours([{ byday: 'MO', opens_at: '9:00', closes_at: '12:00', notes: 'Ring the bell.' }], 'North office').rows).toEqual([
      '1 09:00 12:00 North office',
      'North office: Ring the bell.',
    ]);
  });
});
