import { describe, expect, it } from 'vitest';
import type { z } from 'zod';
import { GoalButtonForm, GoalEditForm } from '../../../src/goals/goal.forms.ts';
import { parseForm } from '../../../src/http/forms.ts';
import { PersonEditForm } from '../../../src/people/person-edit.forms.ts';
import { connectForm } from '../../../src/referrals/connect.forms.ts';
import { StatusChange, StatusForm } from '../../../src/referrals/status-change.forms.ts';
import { WithdrawForm } from '../../../src/referrals/withdraw.forms.ts';
import { GroupForm } from '../../../src/settings/group.forms.ts';
import { ProgramSettingsForm } from '../../../src/settings/program-settings.forms.ts';

const person = { firstName: 'Ana', lastName: 'Ruiz', email: '', phone: '', zip: '', language: 'en', contactPreference: 'dont_reach_out' };
const connect = { ...person, consent: 'on' };

/** Every form that says which version it was filled in from, and under which name. */
const FORMS: [name: string, form: z.ZodType, field: string, good: object][] = [
  ['a status change', StatusChange, 'version', { status: 'got_help' }],
  ['a status change on a page', StatusForm, 'version', { status: 'got_help', returnTo: '/inbound' }],
  ['a withdrawal', WithdrawForm, 'version', { reason: 'Well' }],
  ['a Goal', GoalEditForm, 'version', { title: 'Well', detail: '' }],
  ['a Goal’s button', GoalButtonForm, 'version', {}],
  ['a Group', GroupForm, 'version', { name: 'Evening', teamNavigation: 'off' }],
  ['a Program’s settings', ProgramSettingsForm, 'version', { accepting: 'on', note: '', teamNavigation: 'off' }],
  ['Personal Information', PersonEditForm, 'version', person],
  ['the Connect form, of the profile', connectForm({ consentWanted: 'Tick it' }), 'profileVersion', connect],
  ['the Connect form, of a referral taken further', connectForm({ consentWanted: 'Tick it' }), 'forwardedVersion', connect],
];

const NO_VERSIONS = [
  ...[[1], ['1'], ['1', '1'], [], {}, { 0: 1 }, true, false, null],
  ...[0, -1, 1.5, Number.NaN, Infinity, 2_147_483_648, 1e21],
  ...['0', '-1', '1.0', '1e3', '0x1', ' 1', '1 ', '+1', 'one', '١', '2147483648', '99999999999'],
];

describe.each(FORMS)('the version of %s (S-51)', (_name, form, field, good) => {
  it('is digits in a form, or the number in JSON', () => {
    for (const version of [1, '1', 2_147_483_647, '2147483647']) {
      const parsed = parseForm(form, { ...good, [field]: version });
      expect(parsed, String(version)).toMatchObject({ ok: true, value: { [field]: Number(version) } });
    }
  });

  it('is nothing that could be taken for a number, and says what to do', () => {
    for (const version of NO_VERSIONS) {
      const parsed = parseForm(form, { ...good, [field]: version });
      expect(parsed, JSON.stringify(version)).toMatchObject({ ok: false, errors: { [field]: 'Reload the page and try again' } });
    }
  });
});
