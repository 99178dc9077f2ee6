/** The accounts of the demo; their story is in prisma/seed. Everybody knows their password (S-09). */
export const DEMO_ACCOUNTS = [
  ['navigator@demo.test', 'Navigator, in a Group with Team Navigation on'],
  ['colleague@demo.test', 'same Site, same Group'],
  ['outsider@demo.test', 'same Site, another Group, Team Navigation off'],
  ['claimer@demo.test', 'Program Admin of two Programs'],
  ['coclaimer@demo.test', 'Claimer of the first of them'],
  ['both@demo.test', 'Worker of the Site, later also a Claimer'],
  ['seeker@demo.test', 'a Seeker'],
  ['admin@demo.test', 'Site admin'],
] as const;

export type DemoEmail = (typeof DEMO_ACCOUNTS)[number][0];

export const DEMO_EMAILS: readonly string[] = DEMO_ACCOUNTS.map(([email]) => email);

export const DEMO_PASSWORD = 'throughline-demo';

/** The Program whose Claimer answers in the walk through the demo. */
export const DEMO_PROGRAM = 'Fair Oaks Center Food Pantry';

/** The settings of an installation that may say it is a demo: never production, and none whose mail reaches anybody. */
export function mayBeDemo(config: { production: boolean; demo: boolean; smtpUrl: string | null }): boolean {
  return config.demo && !config.production && config.smtpUrl === null;
}
