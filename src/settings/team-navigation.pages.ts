import { fieldIn, type FormState } from '../components/fields.ts';
import type { RadioGroup } from '../http/form-components.ts';
import type { Team } from '../teams/team.store.ts';

/** The switch with what it does and does not do (R9), for a Group or a Program's Team. */
export function teamNavigationField(form: FormState, kind: 'Group' | 'Program'): RadioGroup {
  const { value, ...field } = fieldIn(form, 'teamNavigation');
  const everybody = kind === 'Group' ? 'everybody in the Group' : 'every Claimer of the Program';
  return {
    ...field,
    label: 'Team Navigation',
    hint: 'It counts from the moment you save. Turning it on does not share earlier referrals. Turning it off hides nothing that is already shared.',
    choices: [
      {
        value: 'on',
        label: 'On',
        hint: `From now on, ${everybody} sees the referrals its members make, and may add notes and update their status.`,
        chosen: value === 'on',
      },
      { value: 'off', label: 'Off', hint: 'From now on, a referral is seen by the member who makes it alone.', chosen: value === 'off' },
    ],
  };
}

/** What somebody else changed since the form was opened, for whoever tries to save over it. */
export function meanwhileLines(now: Team, wanted: { name?: string; teamNavigation: boolean }): string[] {
  const lines = [
    ...(wanted.name !== undefined && wanted.name !== now.name ? [`The name is now “${now.name}”.`] : []),
    ...(wanted.teamNavigation !== now.teamNavigation ? [`Team Navigation is now ${now.teamNavigation ? 'on' : 'off'}.`] : []),
  ];
  return lines.length > 0 ? lines : ['It is now as you want it.'];
}
