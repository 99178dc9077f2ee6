import { describe, expect, it } from 'vitest';
import { localMoment, timeText, type OpeningSpan } from '../../../src/domain/opening-hours.ts';
import { openState } from '../../../src/domain/open-state.ts';
import { openStateText, weekLines } from '../../../src/components/hours.ts';
import { speakingIn } from '../../../src/i18n/speaking.ts';

const span = (weekday: number, opensAt: string, closesAt: string): OpeningSpan => ({ weekday, opensAt, closesAt });
const weekdays = [1, 2, 3, 4, 5].map((day) => span(day, '09:00', '17:00'));
const says = (spans: OpeningSpan[], weekday: number, time: string): string | null =>
  openStateText(openState(spans, { weekday, time }), { weekday, time })?.replaceAll('\u00a0', ' ') ?? null;

describe('open now (R22)', () => {
  it('from the minute of opening until the minute of closing', () => {
    expect(says(weekdays, 1, '09:00')).toBe('Open now, until 5 pm');
    expect(says(weekdays, 1, '16:59')).toBe('Open now, until 5 pm');
    expect(says(weekdays, 1, '17:00')).toBe('Closed, opens tomorrow 9 am');
    expect(says(weekdays, 1, '08:59')).toBe('Closed, opens today 9 am');
  });

  it('names the day when it opens after tomorrow', () => {
    expect(says(weekdays, 5, '18:00')).toBe('Closed, opens Mon 9 am');
    expect(says(weekdays, 7, '18:00')).toBe('Closed, opens tomorrow 9 am');
    expect(says([span(3, '09:00', '12:00')], 3, '12:00')).toBe('Closed, opens Wed 9 am');
  });

  it('through the night, Sunday into Monday included', () => {
    const shelter = [7, 1].map((day) => span(day, '20:00', '07:00'));
    expect(says(shelter, 7, '23:00')).toBe('Open now, until 7 am');
    expect(says(shelter, 1, '06:59')).toBe('Open now, until 7 am');
    expect(says(shelter, 1, '07:00')).toBe('Closed, opens today 8 pm');
    expect(says(shelter, 2, '03:00')).toBe('Open now, until 7 am');
    expect(says(shelter, 7, '03:00')).toBe('Closed, opens today 8 pm');
  });

  it('day and night, and from one day straight into the next', () => {
    const always = [1, 2, 3, 4, 5, 6, 7].map((day) => span(day, '00:00', '24:00'));
    expect(says(always, 4, '03:33')).toBe('Open now, day and night');
    expect(says(always.slice(5), 6, '10:00')).toBe('Open now, until Mon midnight');
    expect(says(always.slice(0, 1), 1, '10:00')).toBe('Open now, until midnight');
    expect(says([span(7, '22:00', '24:00'), span(1, '00:00', '02:00')], 7, '23:00')).toBe('Open now, until 2 am');
  });

  it('is said in the language of the page, with its days and its clock (U-34)', () => {
    expect(speakingIn('es', () => says(weekdays, 1, '09:00'))).toBe('Abierto ahora. Cierra: 5 p. m.');
    expect(speakingIn('es', () => says(weekdays, 5, '18:00'))).toBe('Cerrado. Abre: lun 9 a. m.');
    expect(speakingIn('es', () => weekLines(weekdays)[0]?.days)).toBe('Lunes a viernes');
    expect(speakingIn('ar', () => weekLines(weekdays)[0]?.days.replaceAll(/[\u2068\u2069]/gu, ''))).toBe('الاثنين إلى الجمعة');
  });

  it('takes overlapping hours as one', () => {
    const clinic = [span(1, '08:00', '17:00'), span(1, '08:00', '12:00'), span(1, '14:00', '16:00')];
    expect(says(clinic, 1, '13:00')).toBe('Open now, until 5 pm');
  });

  it('says nothing when the hours are not known, or known in words only', () => {
    expect(says([], 1, '09:00')).toBeNull();
    expect(says([{ weekday: null, opensAt: null, closesAt: null }], 1, '09:00')).toBeNull();
  });
});

describe('the wall clock of the instance', () => {
  it('is read in its own time zone, daylight saving included', () => {
    expect(localMoment(new Date('2026-01-05T17:05:00Z'), 'America/Los_Angeles')).toEqual({ weekday: 1, time: '09:05' });
    expect(localMoment(new Date('2026-07-06T16:05:00Z'), 'America/Los_Angeles')).toEqual({ weekday: 1, time: '09:05' });
    expect(localMoment(new Date('2026-01-05T07:59:00Z'), 'America/Los_Angeles')).toEqual({ weekday: 7, time: '23:59' });
    expect(localMoment(new Date('2026-01-05T00:00:00Z'), 'UTC')).toEqual({ weekday: 1, time: '00:00' });
  });

  it('is written as people say it', () => {
    expect(['00:00', '00:30', '09:00', '12:00', '12:15', '16:30', '24:00'].map((t) => timeText(t).replace('\u00a0', ' '))).toEqual([
      'midnight',
      '12:30 am',
      '9 am',
      'noon',
      '12:15 pm',
      '4:30 pm',
      'midnight',
    ]);
  });
});

describe('the week of a program', () => {
  const plain = (spans: OpeningSpan[]): string[] => weekLines(spans).map((line) => `${line.days}: ${line.times}`.replaceAll('\u00a0', ' '));

  it('puts days in a row with the same hours on one line', () => {
    expect(plain([...weekdays, span(6, '10:00', '12:00')])).toEqual(['Monday to Friday: 9 am to 5 pm', 'Saturday: 10 am to noon']);
    expect(plain([span(1, '09:00', '17:00'), span(2, '09:00', '17:00'), span(4, '09:00', '17:00')])).toEqual([
      'Monday and Tuesday: 9 am to 5 pm',
      'Thursday: 9 am to 5 pm',
    ]);
    expect(plain([1, 2, 3, 4, 5, 6, 7].map((day) => span(day, '00:00', '24:00')))).toEqual(['Every day: day and night']);
  });

  it('shows a break at noon, joins what overlaps, and keeps a night whole', () => {
    expect(plain([span(1, '13:00', '17:00'), span(1, '09:00', '12:00')])).toEqual(['Monday: 9 am to noon, 1 pm to 5 pm']);
    expect(plain([span(1, '08:00', '17:00'), span(1, '08:00', '12:00'), span(1, '14:00', '16:00')])).toEqual(['Monday: 8 am to 5 pm']);
    expect(plain([span(7, '20:00', '07:00')])).toEqual(['Sunday: 8 pm to 7 am']);
  });
});
