import { describe, expect, it } from 'vitest';
import { seekerGroups, statusGroups, statusView } from '../../../src/components/status-view.ts';
import { STATUSES } from '../../../src/domain/referral-status.ts';
import type { AnswerForm, StatusControl } from '../../../src/http/components.ts';
import type { TextField } from '../../../src/http/form-components.ts';
import type { Conflict, HistoryEntry } from '../../../src/http/referral-components.ts';
import { renderPartial } from './render.ts';

const BAD = `"><script>alert('x')</script>`;
const form = { action: '/referrals/r1/status', version: 7, idem: 'k'.repeat(22), hidden: [], chosen: null, reason: '', error: null };
const allowed = STATUSES.filter((status) => status !== 'not_updated');
const control: StatusControl = {
  ...form,
  id: 'status-r1',
  of: 'Ana Ruiz',
  status: statusView('pending', true),
  face: 'ring',
  open: false,
  fixed: false,
  groups: statusGroups(allowed, 'pending'),
  last: null,
  onward: null,
  late: null,
};
const answer: AnswerForm = {
  ...form,
  id: 'answer-r1',
  legend: 'What happened?',
  groups: seekerGroups(),
  reasonLabel: 'Do you want to add something?',
  button: 'Save status',
  after: null,
};
const radios = (html: string): string[] => [...html.matchAll(/type="radio" name="status" value="([a-z_]+)"/g)].map((match) => match[1]!);

describe('the status control (R3, R4)', () => {
  it('shows the status and offers what may be set, "Not updated" not among them', async () => {
    const html = await renderPartial('status-control', control);
    expect(html).toContain('data-status="pending"');
    expect(radios(html)).toEqual(allowed);
    expect(html).toMatch(/Pending <span class="pick-now">\(now\)<\/span>/);
  });

  it('carries the version that was seen and the key of the press (R5, R-04)', async () => {
    const html = await renderPartial('status-control', control);
    expect(html).toContain('name="version" value="7"');
    expect(html).toContain(`name="_idem" value="${form.idem}"`);
    expect(html).toMatch(/<form class="sc-slip" action="\/referrals\/r1\/status" method="post">/);
  });

  it('opens with the choice and the reason kept after a failed try', async () => {
    const html = await renderPartial('status-control', { ...control, open: true, chosen: 'eligible', reason: 'Lease is in', error: 'Shorten it' });
    expect(html).toMatch(/<details[^>]* open>/);
    expect(html).toContain('value="eligible" checked');
    expect(html).toContain('Lease is in</textarea>');
    expect(html).toContain('Shorten it');
  });

  it('prints names and reasons as text, never as markup (S-52)', async () => {
    const html = await renderPartial('status-control', { ...control, of: BAD, reason: BAD, last: { reason: BAD, line: BAD, by: BAD } });
    expect(html).not.toContain('<script');
  });
});

describe('the large rows of Seekers and Status links (R25, R26)', () => {
  it('offers the plain words with none chosen beforehand', async () => {
    const html = await renderPartial('answer-form', answer);
    expect(radios(html)).toHaveLength(6);
    expect(html).not.toContain('checked');
    expect(html).toContain('I got help');
  });

  it('ties an error to the rows it is about (U-13)', async () => {
    const html = await renderPartial('answer-form', { ...answer, error: 'Choose what happened' });
    expect(html).toMatch(/id="answer-r1-status" aria-describedby="answer-r1-error"/);
    expect(html).toMatch(/id="answer-r1-error">.*Choose what happened/s);
  });
});

it('shows what changed meanwhile and asks again, with two buttons that name their result (R5)', async () => {
  const [before, now, mine] = [statusView('pending', true), statusView('eligible', true), statusView('no_capacity', true)];
  const changes = [{ from: before, to: now, line: 'at 9:41 am', reason: 'Paperwork complete' }];
  const conflict: Conflict = { ...form, groups: [], heading: 'Maria G. changed this', changes, choice: mine, current: now, keep: 'Keep Eligible', reason: 'Full' };
  const html = await renderPartial('conflict', conflict);
  expect(html).toContain('name="status" value="no_capacity" data-chosen>Save my choice');
  expect(html).toContain('name="status" value="eligible">Keep Eligible');
  expect(html).toContain('Full</textarea>');
});

it('writes history with who, their organization, through what, from and to (R6)', async () => {
  const at = { iso: '2026-12-03T17:20:00.000Z', date: '3 Dec 2026', time: '9:20 am' };
  const [from, to] = [statusView('pending', true), statusView('got_help', true)];
  const entry: HistoryEntry = { id: 'e1', at, name: 'Joel P.', organization: BAD, via: 'by email link', ring: to, text: null, subject: null, from, to, reason: BAD };
  const html = await renderPartial('history', [entry]);
  expect(html).toMatch(/<ol [^>]*data-history/);
  expect(html).toContain('<li class="tl-i" id="event-e1">');
  expect(html).toMatch(/data-status="pending".*data-status="got_help"/s);
  expect(html).toContain('datetime="2026-12-03T17:20:00.000Z"');
  expect(html).not.toContain('<script');
});

it('gives a field its label, hint and error by name (U-13)', async () => {
  const field: TextField = { id: 'phone', name: 'phone', label: 'Phone', hint: 'With area code', error: 'Enter a phone number', type: 'tel', value: BAD, maxlength: 40, autocomplete: 'tel' };
  const html = await renderPartial('text-field', field);
  expect(html).toContain('<label class="field-l" for="phone">Phone</label>');
  expect(html).toContain('aria-describedby="phone-hint phone-error" aria-invalid="true"');
  expect(html).toContain('maxlength="40" autocomplete="tel"');
  expect(html).not.toContain('<script');
  const plain = await renderPartial('text-field', { ...field, hint: null, error: null, optional: true });
  expect(plain).not.toMatch(/aria-/);
  expect(plain).toContain('(optional)');
});
