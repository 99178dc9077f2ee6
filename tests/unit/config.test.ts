import { describe, expect, it } from 'vitest';
import { BadSettings, readConfig } from '../../src/config.ts';

const PRODUCTION = {
  NODE_ENV: 'production',
  SESSION_SECRET: 'b8c1f0a2d94e7736b8c1f0a2d94e7736',
  PUBLIC_URL: 'https://throughline.test',
  SMTP_URL: 'smtps://mail.throughline.test',
  MAIL_FROM: 'Throughline <no-reply@throughline.test>',
};

function problemsOf(env: NodeJS.ProcessEnv): readonly string[] {
  try {
    readConfig(env);
  } catch (error) {
    if (error instanceof BadSettings) return error.problems;
    throw error;
  }
  return [];
}

describe('settings', () => {
  it('need none: on this machine only, with the demo, both roles, and mail to the dev inbox', () => {
    expect(readConfig({})).toMatchObject({
      port: 3000,
      host: '127.0.0.1',
      publicUrl: 'http://localhost:3000',
      demo: true,
      runsWeb: true,
      runsWorker: true,
      smtpUrl: null,
      databaseUrl: null,
      trustProxy: 0,
      statusLinkDays: 60,
      reminderDays: [2, 5, 10],
      helpPhone: null,
    });
  });

  it('that are empty are as good as not set', () => {
    const empty = Object.fromEntries(['PORT', 'PUBLIC_URL', 'DATABASE_URL', 'SMTP_URL', 'ROLE', 'DEMO'].map((name) => [name, '']));
    expect(readConfig(empty)).toEqual(readConfig({}));
  });

  it('say all that is wrong with them at once, in plain words', () => {
    const wrong = { PORT: 'abc', TRUST_PROXY: '-1', ROLE: 'queen', SMTP_URL: 'mail', PUBLIC_URL: 'ftp://x', TIME_ZONE: 'Mars/Base' };
    expect([...problemsOf(wrong)].sort()).toEqual([
      'PORT: must be a whole number from 0 to 65535',
      'PUBLIC_URL: must start with http:// or https://',
      'ROLE: must be one of all, web, worker',
      'SMTP_URL: must start with smtp:// or smtps://',
      'TIME_ZONE: must be a time zone such as America/Los_Angeles',
      'TRUST_PROXY: must be a whole number from 0 to 10',
    ]);
  });

  it.each([
    ['PORT', '70000'],
    ['PORT', '3000.5'],
    ['DATABASE_URL', 'mysql://localhost/throughline'],
    ['SESSION_SECRET', 'too short'],
    ['MAIL_FROM', 'a@example.org, b@example.org'],
    ['DEMO', 'yes'],
    ['STATUS_LINK_DAYS', '0'],
    ['REMINDER_DAYS', '5,2'],
    ['REMINDER_DAYS', '2,2,5'],
    ['REMINDER_DAYS', '0,2'],
    ['REMINDER_DAYS', '2,,5'],
    ['REMINDER_DAYS', '2;5'],
    ['REMINDER_DAYS', '1,2,3,4,5,6,7,8,9,10,11'],
    ['REMINDER_DAYS', 'often'],
    ['EXIT_URL', 'javascript:alert(1)'],
    ['HELP_PHONE', 'ask Maria'],
    ['HELP_PHONE', '650 555 0100\r\nBcc: everybody@example.org'],
  ])('refuse %s=%s', (name, value) => {
    expect(problemsOf({ [name]: value })).toEqual([expect.stringContaining(`${name}: must`)]);
  });

  it.each([
    ['2,5,10', [2, 5, 10]],
    ['3', [3]],
    ['1, 2', [1, 2]],
    ['off', []],
  ])('REMINDER_DAYS=%s are the business days %j', (REMINDER_DAYS, days) => {
    expect(readConfig({ REMINDER_DAYS }).reminderDays).toEqual(days);
  });

  it('never repeat a secret in what they say is wrong', () => {
    expect(problemsOf({ SESSION_SECRET: 'hunter2', DATABASE_URL: 'mysql://me:hunter2@localhost' }).join()).not.toContain('hunter2');
  });
});

describe('settings in production', () => {
  it('are complete with a secret, an https address and a mail server', () => {
    expect(problemsOf(PRODUCTION)).toEqual([]);
    expect(readConfig(PRODUCTION).demo).toBe(false);
  });

  it.each(['SESSION_SECRET', 'PUBLIC_URL', 'SMTP_URL', 'MAIL_FROM'])('do without no %s', (name) => {
    expect(problemsOf({ ...PRODUCTION, [name]: '' })).toEqual([expect.stringContaining(`${name}: required in production`)]);
  });

  it('refuse the demo, an address without TLS and a secret out of an example', () => {
    expect(problemsOf({ ...PRODUCTION, DEMO: '1' })).toEqual(['DEMO: demo data is refused in production']);
    expect(problemsOf({ ...PRODUCTION, PUBLIC_URL: 'http://throughline.test' })).toHaveLength(1);
    expect(problemsOf({ ...PRODUCTION, SESSION_SECRET: 'change-me-change-me-change-me-change-me' })).toHaveLength(1);
  });

  it.each([
    'change-me-change-me-change-me-change-me',
    'a'.repeat(40),
    'abcabcabcabcabcabcabcabcabcabcabcabc',
    'Your secret goes here, 32 letters',
  ])('refuse the secret %s, here and anywhere', (secret) => {
    const words = ['SESSION_SECRET: looks like an example; make a random one'];
    expect([problemsOf({ ...PRODUCTION, SESSION_SECRET: secret }), problemsOf({ SESSION_SECRET: secret })]).toEqual([words, words]);
  });

  it.each([
    ['DATABASE_URL', 'postgresql://postgres:postgres@db.example.org/throughline'],
    ['DATABASE_URL', 'postgresql://app:app@db.example.org/throughline'],
    ['SMTP_URL', 'smtps://mail:changeme@mail.example.org'],
    ['SMTP_URL', 'smtps://mail:p%61ssword@mail.example.org'],
  ])('refuse %s=%s for its password, without repeating it', (name, value) => {
    expect(problemsOf({ ...PRODUCTION, [name]: value })).toEqual([`${name}: has a password everybody knows; give that server another one`]);
    expect(problemsOf({ [name]: value })).toEqual([]);
  });

  it('take servers with passwords of their own, or with none', () => {
    for (const DATABASE_URL of ['postgresql://app:d8Kx-02qLmZ7@db.example.org/throughline', 'postgresql://app@db.example.org/throughline'])
      expect(problemsOf({ ...PRODUCTION, DATABASE_URL })).toEqual([]);
  });
});
