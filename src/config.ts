import { z } from 'zod';
import { hasDefaultPassword, isExampleSecret } from './domain/default-secret.ts';
import { isTimeZone } from './domain/local-time.ts';

/** A list of settings that cannot be used; the start prints it and stops. */
export class BadSettings extends Error {
  override name = 'BadSettings';
  readonly problems: readonly string[];
  constructor(problems: readonly string[]) {
    super(`These settings cannot be used:\n${problems.map((problem) => `  - ${problem}`).join('\n')}`);
    this.problems = problems;
  }
}

const emptyAsUnset = (value: unknown): unknown => (value === '' ? undefined : value);
const optional = <T extends z.ZodType>(schema: T): z.ZodType<z.output<T> | undefined> => z.preprocess(emptyAsUnset, schema.optional());
const postgresUrl = z.string().regex(/^postgres(ql)?:\/\//, 'must start with postgresql://');
const wholeNumber = (min: number, max: number): z.ZodType<number> => {
  const error = `must be a whole number from ${min} to ${max}`;
  return z.coerce.number({ error }).int(error).min(min, error).max(max, error);
};
const oneOf = <const T extends readonly string[]>(words: T): z.ZodType<T[number]> =>
  z.enum(words, { error: `must be one of ${words.join(', ')}` });

/** "2,5,10"; "off" is none. */
const risingDays = z
  .string()
  .transform((written) => (written === 'off' ? [] : written.split(',').map((day) => (/^ *\d{1,2} *$/.test(day) ? Number(day) : NaN))))
  .refine((days) => days.every((day, index) => day > (days[index - 1] ?? 0)) && days.length <= 10, {
    error: 'must be up to 10 numbers of business days in rising order, such as 2,5,10, or "off"',
  });

const Settings = z.object({
  PORT: optional(wholeNumber(0, 65_535)),
  HOST: optional(z.string()),
  PUBLIC_URL: optional(z.url({ protocol: /^https?$/, error: 'must start with http:// or https://' })),
  DATABASE_URL: optional(postgresUrl),
  MIGRATION_DATABASE_URL: optional(postgresUrl),
  DATA_DIR: optional(z.string()),
  SESSION_SECRET: optional(z.string().min(32, 'must have at least 32 characters')),
  SMTP_URL: optional(z.string().regex(/^smtps?:\/\//, 'must start with smtp:// or smtps://')),
  MAIL_FROM: optional(z.string().regex(/^([^<>"\r\n]+ <)?[^\s@<>,;"]+@[^\s@<>,;"]+>?$/, 'must be one address, or "Name <address>"')),
  ROLE: optional(oneOf(['all', 'web', 'worker'])),
  NODE_ENV: optional(oneOf(['development', 'test', 'production'])),
  LOG_LEVEL: optional(oneOf(['fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent'])),
  DEMO: optional(oneOf(['0', '1'])),
  TIME_ZONE: optional(z.string().refine(isTimeZone, 'must be a time zone such as America/Los_Angeles')),
  TRUST_PROXY: optional(wholeNumber(0, 10)),
  STATUS_LINK_DAYS: optional(wholeNumber(1, 365)),
  REMINDER_DAYS: optional(risingDays),
  EXIT_URL: optional(z.url({ protocol: /^https?$/, error: 'must start with http:// or https://' })),
  HELP_PHONE: optional(z.string().regex(/^\+?[\d (][\d ().-]{4,23}$/, 'must be a telephone number such as (650) 555-0100')),
});

export interface Config {
  port: number;
  host: string;
  /** Base of every absolute link (S-36), without a slash at its end. */
  publicUrl: string;
  /** Origins a browser may come from (S-20, S-40). */
  origins: readonly string[];
  databaseUrl: string | null;
  migrationDatabaseUrl: string | null;
  dataDir: string;
  sessionSecret: string | null;
  smtpUrl: string | null;
  mailFrom: string;
  runsWeb: boolean;
  runsWorker: boolean;
  production: boolean;
  logLevel: string;
  demo: boolean;
  timeZone: string;
  /** Number of proxies in front; never `true` (S-56). */
  trustProxy: number;
  statusLinkDays: number;
  /** After so many business days each a Program is reminded of a referral nobody updated; none for no reminders. */
  reminderDays: readonly number[];
  /** Where "Exit this page" leads: a site that shows nothing of its visitor (P-11). */
  exitUrl: string;
  /** Whom people who get mail may call; null for nobody. */
  helpPhone: string | null;
}

/** Reads and checks all settings. Throws BadSettings with every problem at once. */
export function readConfig(env: NodeJS.ProcessEnv): Config {
  const parsed = Settings.safeParse(env);
  if (!parsed.success) throw new BadSettings(parsed.error.issues.map((issue) => `${issue.path.join('.')}: ${issue.message}`));
  const problems = problemsTogether(parsed.data);
  if (problems.length > 0) throw new BadSettings(problems);
  return toConfig(parsed.data);
}

function toConfig(s: z.output<typeof Settings>): Config {
  const port = s.PORT ?? 3000;
  const publicUrl = (s.PUBLIC_URL ?? `http://localhost:${String(port)}`).replace(/\/+$/, '');
  const role = s.ROLE ?? 'all';
  return {
    port,
    host: s.HOST ?? '127.0.0.1',
    publicUrl,
    origins: s.PUBLIC_URL ? [new URL(publicUrl).origin] : [`http://localhost:${String(port)}`, `http://127.0.0.1:${String(port)}`],
    databaseUrl: s.DATABASE_URL ?? null,
    migrationDatabaseUrl: s.MIGRATION_DATABASE_URL ?? null,
    dataDir: s.DATA_DIR ?? '.data',
    sessionSecret: s.SESSION_SECRET ?? null,
    smtpUrl: s.SMTP_URL ?? null,
    mailFrom: s.MAIL_FROM ?? 'Throughline <no-reply@localhost>',
    runsWeb: role !== 'worker',
    runsWorker: role !== 'web',
    production: s.NODE_ENV === 'production',
    logLevel: s.LOG_LEVEL ?? 'info',
    demo: s.DEMO !== '0' && s.NODE_ENV !== 'production',
    timeZone: s.TIME_ZONE ?? Intl.DateTimeFormat().resolvedOptions().timeZone,
    trustProxy: s.TRUST_PROXY ?? 0,
    statusLinkDays: s.STATUS_LINK_DAYS ?? 60,
    reminderDays: s.REMINDER_DAYS ?? [2, 5, 10],
    exitUrl: s.EXIT_URL ?? 'https://www.weather.gov/',
    helpPhone: s.HELP_PHONE ?? null,
  };
}

function problemsTogether(s: z.output<typeof Settings>): string[] {
  const problems: string[] = [];
  const production = s.NODE_ENV === 'production';
  if (production && !s.SESSION_SECRET) problems.push('SESSION_SECRET: required in production, at least 32 characters');
  if (production && !s.PUBLIC_URL?.startsWith('https://'))
    problems.push('PUBLIC_URL: required in production, and must start with https://');
  if (production && !s.SMTP_URL) problems.push('SMTP_URL: required in production; the dev inbox is for development only');
  if (production && !s.MAIL_FROM) problems.push('MAIL_FROM: required in production');
  if (production && s.DEMO === '1') problems.push('DEMO: demo data is refused in production');
  if (s.SESSION_SECRET && isExampleSecret(s.SESSION_SECRET)) problems.push('SESSION_SECRET: looks like an example; make a random one');
  for (const name of ['DATABASE_URL', 'MIGRATION_DATABASE_URL', 'SMTP_URL'] as const) {
    if (production && hasDefaultPassword(s[name] ?? ''))
      problems.push(`${name}: has a password everybody knows; give that server another one`);
  }
  if (s.PUBLIC_URL && new URL(s.PUBLIC_URL).pathname !== '/') problems.push('PUBLIC_URL: must not have a path');
  if (s.MIGRATION_DATABASE_URL && !s.DATABASE_URL) problems.push('MIGRATION_DATABASE_URL: needs DATABASE_URL as well');
  return problems;
}
