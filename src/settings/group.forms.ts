import { z } from 'zod';
import { formVersion } from '../http/form-version.ts';
import { formKey, isId } from '../http/forms.ts';
import { email, groupName } from './site.forms.ts';

const ROLE = 'Choose what they are to be';
const role = z.enum(['member', 'admin'], ROLE);

export const GroupForm = z.strictObject({
  name: groupName,
  teamNavigation: z.enum(['on', 'off'], 'Choose whether Team Navigation is on'),
  version: formVersion,
  _idem: formKey,
});

/** `place` is the role they are invited to. */
export const GroupInviteForm = z.strictObject({ email, place: role, _idem: formKey });

export const AddMemberForm = z.strictObject({
  userId: z.string('Choose a Worker').refine(isId, 'Choose a Worker'),
  _idem: formKey,
});

export const RoleForm = z.strictObject({ role, _idem: formKey });
