import { t } from '../i18n/translate.ts';
import type { ProgramSettings } from '../programs/program-settings.service.ts';

/** What somebody else set since the form was opened, for whoever tries to save over it. */
export function meanwhileLines(now: ProgramSettings, wanted: ProgramSettings): string[] {
  const lines = [
    ...(now.acceptingReferrals !== wanted.acceptingReferrals
      ? [t(now.acceptingReferrals ? 'The Program is now accepting referrals.' : 'The Program is now not accepting referrals.')]
      : []),
    ...(now.acceptingNote !== wanted.acceptingNote && now.acceptingNote !== null
      ? [t('What is said is now “{{note}}”.', { note: now.acceptingNote })]
      : []),
    ...(now.acceptingNote !== wanted.acceptingNote && now.acceptingNote === null ? [t('Nothing is said beside it now.')] : []),
    ...(now.teamNavigation !== wanted.teamNavigation
      ? [t(now.teamNavigation ? 'Team Navigation is now on.' : 'Team Navigation is now off.')]
      : []),
  ];
  return lines;
}
