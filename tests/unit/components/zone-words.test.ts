import { expect, it } from 'vitest';
import { zoneLabel } from '../../../src/components/zone-words.ts';
import { timeZones } from '../../../src/domain/time-zone.ts';
import { speakingIn } from '../../../src/i18n/speaking.ts';

it('names a zone as people do, in their language', () => {
  const named = () => ['America/Chicago', 'America/Port_of_Spain', 'America/Indiana/Knox', 'Indian/Maldives'].map(zoneLabel);
  expect(named()).toEqual(['Central (Chicago)', 'America, Port of Spain', 'America, Indiana, Knox', 'Indian Ocean, Maldives']);
  expect(speakingIn('es', named)).toEqual([
    'Central (Chicago)',
    'América, Port of Spain',
    'América, Indiana, Knox',
    'Océano Índico, Maldives',
  ]);
  expect(speakingIn('ar', named)[1]).toBe('أمريكا, Port of Spain');
});

it('gives no two zones one name', () => {
  for (const language of ['en', 'es', 'ar'] as const) {
    const names = speakingIn(language, () => timeZones().map(zoneLabel));
    expect(new Set(names).size).toBe(names.length);
  }
});
