import type { TextField } from '../http/form-components.ts';
import { piece, type Piece } from './piece.ts';
import { HERE } from './sample.ts';

const text = (id: string, wish: Partial<TextField> = {}): TextField => ({
  id: `sg-${id}`,
  name: id,
  label: 'First name',
  type: 'text',
  value: '',
  maxlength: 100,
  autocomplete: 'off',
  ...wish,
});
const choices = (chosen: string | null) =>
  [
    ['text', 'Text message'],
    ['phone', 'Phone call'],
    ['none', 'Don’t reach out'],
  ].map(([value = '', label = '']) => ({
    value,
    label,
    hint: value === 'none' ? 'Their contact details are hidden from the Program.' : null,
    chosen: value === chosen,
  }));
const options = ['Choose a language', 'English', 'Español'].map((label, at) => ({ value: String(at), label, chosen: at === 0 }));
const CONSENT = 'I agree that my name, how to reach me and what I wrote are sent to this program, so that it can help me.';

export function fieldPieces(): Piece[] {
  return [
    piece('text-field', {
      about: 'The label stands above, the hint under it, the error between both and the box.',
      states: {
        Empty: text('empty'),
        'Filled, with a hint': text('hint', { label: 'Phone', hint: 'With area code', type: 'tel', value: '(650) 555-0142' }),
        'With an error': text('error', { label: 'Email address', error: 'Enter one email address, like name@example.org', value: 'ana@' }),
        'Short and optional': text('short', { label: 'ZIP code', optional: true, short: true, inputmode: 'numeric', maxlength: 12 }),
      },
    }),
    piece('password-field', {
      about: '“Show” is there with scripts only.',
      states: {
        'With a hint': {
          id: 'sg-pw',
          name: 'pw',
          label: 'Password',
          hint: '12 letters or more',
          autocomplete: 'new-password',
          maxlength: 128,
        },
        'With an error': {
          id: 'sg-pw-bad',
          name: 'pw-bad',
          label: 'Password now',
          error: 'That is not your password now',
          autocomplete: 'current-password',
          maxlength: 128,
        },
      },
    }),
    piece('text-area', {
      about: 'For sentences.',
      states: {
        'With a hint, optional': {
          ...text('area'),
          label: 'Comment',
          hint: 'Lucia and the Program can read this.',
          optional: true,
          rows: 3,
          maxlength: 1000,
        },
        'With an error': { ...text('area-bad'), label: 'Note', error: 'Write the note', rows: 3, maxlength: 1000 },
      },
    }),
    piece('select-field', {
      about: 'For a choice of more than six; fewer are radios.',
      states: {
        Plain: { ...text('select'), label: 'Language', options },
        'With an error': { ...text('select-bad'), label: 'Language', error: 'Choose a language', options },
      },
    }),
    ...choicePieces(),
    piece('error-summary', {
      about: 'On top of a page whose form was not taken. It takes the focus.',
      folded: true,
      states: {
        'Two errors': {
          errors: [
            { href: '#sg-error', text: 'Enter one email address' },
            { href: '#sg-pw-bad', text: 'Enter your password' },
          ],
        },
      },
    }),
  ];
}

function choicePieces(): Piece[] {
  const group = { label: 'Best way to reach you', choices: choices('text') };
  const box = { label: 'Tell me by email when something changes', value: 'yes', checked: true };
  return [
    piece('radio-group', {
      about: 'All of a row can be pressed.',
      states: {
        Plain: { id: 'sg-radio', name: 'radio', ...group },
        'Large, with a hint': { id: 'sg-radio-l', name: 'radio-l', ...group, large: true, hint: 'Only the Program sees it.' },
        'With an error': { id: 'sg-radio-bad', name: 'radio-bad', ...group, choices: choices(null), error: 'Choose how to reach you' },
      },
    }),
    piece('checkbox', {
      about: 'One thing, yes or no.',
      states: {
        'Ticked, with a hint': { id: 'sg-box', name: 'box', ...box, hint: 'At most once a day.' },
        'With an error': { id: 'sg-box-bad', name: 'box-bad', ...box, checked: false, error: 'Tick this to go on' },
      },
    }),
    piece('consent-field', {
      about: 'The very words that are agreed to, and the box (R23).',
      states: {
        Plain: { id: 'sg-consent', name: 'consent', label: 'I agree', value: 'yes', checked: false, text: CONSENT },
        'With an error': {
          id: 'sg-consent-bad',
          name: 'consent-bad',
          label: 'I agree',
          value: 'yes',
          checked: false,
          text: CONSENT,
          error: 'Tick this to send',
        },
      },
    }),
    piece('field-error', {
      about: 'Inside every field.',
      states: { Alone: { id: 'sg-alone', error: 'Choose a day that has not passed' } },
    }),
    piece('invite-form', {
      about: 'Settings of a Site, a Group or a Program.',
      states: {
        'Asked before': {
          action: HERE,
          idem: '',
          email: text('invite', { label: 'Email address', type: 'email', error: 'Somebody was asked at this address already' }),
          place: { ...text('place'), label: 'Group', options: [{ value: 'g', label: 'Family Navigation', chosen: true }] },
          again: { action: HERE, hidden: [] },
        },
      },
    }),
  ];
}
