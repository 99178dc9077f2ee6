import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startApp, type TestApp } from '../../support/app.ts';
import { createCast, type Cast } from '../../support/cast.ts';
import { connect, hiddenFields, sent, tallies, unescaped, WELL } from '../../support/connect-form.ts';

let app: TestApp;
let cast: Cast;
beforeAll(async () => {
  app = await startApp();
  cast = await createCast(app.deps.db);
});
afterAll(() => app.close());

const shownText = (html: string): string => unescaped(/<p class="consent-text"[^>]*>“([\s\S]*?)”<\/p>/.exec(html)?.[1] ?? '');

describe('consent (R23)', () => {
  it('is stored as the exact text shown, with version, language, how it was given, who took it and when', async () => {
    const navigator = await app.signIn(cast.navigator.email);
    const page = await navigator.get(`/programs/${cast.program.id}/connect`);
    const { referralId } = await sent(navigator, cast.program.id, { ...WELL, ...hiddenFields(page.text) });
    const consent = await app.deps.db.consent.findUniqueOrThrow({ where: { referralId } });
    expect(consent.text).toBe(shownText(page.text));
    expect(consent.text).toContain('I agree that Riverside Clinic shares my name');
    expect(consent).toMatchObject({
      textVersion: '2026-11-spoken',
      language: 'en',
      givenHow: 'spoken',
      takenById: cast.navigator.id,
      takenByName: 'Dana W.',
    });
  });

  it('is required: without the tick nothing is sent and everything stays in the form', async () => {
    const navigator = await app.signIn(cast.navigator.email);
    const before = await tallies(app.deps.db);
    const answer = await connect(navigator, cast.program.id, { ...WELL, consent: undefined });
    expect(answer.status).toBe(422);
    expect(answer.text).toContain('Tick the box once they have agreed');
    expect(answer.text).toContain(WELL.comment);
    expect(await tallies(app.deps.db)).toEqual(before);
  });

  it('is asked for again when the text changed between showing and sending', async () => {
    const navigator = await app.signIn(cast.navigator.email);
    const page = await navigator.get(`/programs/${cast.otherProgram.id}/connect`);
    await app.deps.db.program.update({ where: { id: cast.otherProgram.id }, data: { name: 'Peninsula Food Bank' } });
    const before = await tallies(app.deps.db);
    const answer = await connect(navigator, cast.otherProgram.id, { ...WELL, ...hiddenFields(page.text) });
    expect(answer.status).toBe(422);
    expect(answer.text).toContain('The text has changed. Read it again, then tick the box');
    expect(shownText(answer.text)).toContain('with Peninsula Food Bank');
    expect(/<input id="consent"[^>]*>/.exec(answer.text)?.[0]).not.toContain('checked');
    expect(await tallies(app.deps.db)).toEqual(before);
    await connect(navigator, cast.otherProgram.id, { ...WELL, ...hiddenFields(answer.text), known: 'told' });
    expect((await tallies(app.deps.db))['consents']).toBe(before['consents']! + 1);
  });

  it('cannot be put into other words by whoever sends the form', async () => {
    const navigator = await app.signIn(cast.navigator.email);
    const answer = await connect(navigator, cast.program.id, { ...WELL, consentText: 'I agree to everything.' });
    expect(answer.status).toBe(422);
  });
});
