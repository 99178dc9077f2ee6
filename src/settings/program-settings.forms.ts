import { z } from 'zod';
import { formVersion } from '../http/form-version.ts';
import { formKey, optionalText, sentField } from '../http/forms.ts';
import { email } from './site.forms.ts';

export const NOTE_MAX = 120;

const ROLE = 'Choose what they are to be';
const role = z.enum(['member', 'admin'], ROLE);

export const ProgramSettingsForm = z
  .strictObject({
    accepting: z.enum(['on', 'off'], 'Choose whether the Program accepts referrals'),
    note: sentField(optionalText(NOTE_MAX)),
    teamNavigation: z.enum(['on', 'off'], 'Choose whether Team Navigation is on'),
    version: formVersion,
    _idem: formKey,
  })
  .transform(({ accepting, note, teamNavigation, version: seen }) => ({
    acceptingReferrals: accepting === 'on',
    // What was said about being closed is no longer true once the Program is open.
    acceptingNote: accepting === 'on' ? null : note,
    teamNavigation: teamNavigation === 'on',
    version: seen,
  }));

/** `place` is the role they are invited to. */
export const ClaimerInviteForm = z.strictObject({ email, place: role, _idem: formKey });

export const ClaimerRoleForm = z.strictObject({ role, _idem: formKey });
