import type { ProgramSettings } from '../programs/program-settings.service.ts';

/** What somebody else set since the form was opened, for whoever tries to save over it. */
export function meanwhileLines(now: ProgramSettings, wanted: ProgramSettings): string[] {
  const lines = [
    ...(now.acceptingReferrals !== wanted.acceptingReferrals
      ? [`The Program is now ${now.acceptingReferrals ? 'accepting' : 'not accepting'} referrals.`]
      : []),
    ...(now.acceptingNote !== wanted.acceptingNote && now.acceptingNote !== null ? [`What is said is now “${now.acceptingNote}”.`] : []),
    ...(now.acceptingNote !== wanted.acceptingNote && now.acceptingNote === null ? ['Nothing is said beside it now.'] : []),
    ...(now.teamNavigation !== wanted.teamNavigation ? [`Team Navigation is now ${now.teamNavigation ? 'on' : 'off'}.`] : []),
  ];
  return lines;
}
