import { fieldIn, type FormState } from '../components/fields.ts';
import type { RadioGroup } from '../http/form-components.ts';
import { t } from '../i18n/translate.ts';
import type { Team } from '../teams/team.store.ts';

/** The switch with what it does and does not do (R9), for a Group or a Program's Team. */
export function teamNavigationField(form: FormState, kind: 'Group' | 'Program'): RadioGroup {
  const { value, ...field } = fieldIn(form, 'teamNavigation');
  return {
    ...field,
    label: t('Team Navigation'),
    hint: t(
      'It counts from the moment you save. Turning it on does not share earlier referrals. Turning it off hides nothing that is already shared.',
    ),
    choices: [
      { value: 'on', label: t('On'), hint: onWords(kind), chosen: value === 'on' },
      {
        value: 'off',
        label: t('Off'),
        hint: t('From now on, a referral is seen by the member who makes it alone.'),
        chosen: value === 'off',
      },
    ],
  };
}

function onWords(kind: 'Group' | 'Program'): string {
  return kind === 'Group'
    ? t('From now on, everybody in the Group sees the referrals its members make, and may add notes and update their status.')
    : t('From now on, every Claimer of the Program sees the referrals its members make, and may add notes and update their status.');
}

/** What somebody else changed since the form was opened, for whoever tries to save over it. */
export function meanwhileLines(now: Team, wanted: { name?: string; teamNavigation: boolean }): string[] {
  const lines = [
    ...(wanted.name !== undefined && wanted.name !== now.name ? [t('The name is now “{{name}}”.', { name: now.name })] : []),
    ...(wanted.teamNavigation === now.teamNavigation
      ? []
      : [t(now.teamNavigation ? 'Team Navigation is now on.' : 'Team Navigation is now off.')]),
  ];
  return lines.length > 0 ? lines : [t('It is now as you want it.')];
}
