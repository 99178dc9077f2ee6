import { z } from 'zod';
import { formKey, optionalText, sentField } from '../http/forms.ts';
import { email } from './site.forms.ts';

export const NOTE_MAX = 120;

const ROLE = 'Choose what they are to be';
const role = z.enum(['member', 'admin'], ROLE);

/** A list of one number would be made a number by coercion (S-51). */
const version = z
  .string('Reload the page')
  .regex(/^[1-9]\d{0,8}$/, 'Reload the page')
  .transform(Number);

export const ProgramSettingsForm = z
  .strictObject({
    accepting: z.enum(['on', 'off'], 'Choose whether the Program accepts referrals'),
    note: sentField(optionalText(NOTE_MAX)),
    teamNavigation: z.enum(['on', 'off'], 'Choose whether Team Navigation is on'),
    version,
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
