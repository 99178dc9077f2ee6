import type { Config } from '../config.ts';

/** The accounts of the demo, as the start prints them. Their story is in prisma/seed. */
export const DEMO_ACCOUNTS: readonly (readonly [email: string, who: string])[] = [
  ['navigator@demo.test', 'Navigator, in a Group with Team Navigation on'],
  ['colleague@demo.test', 'same Site, same Group'],
  ['outsider@demo.test', 'same Site, another Group, Team Navigation off'],
  ['claimer@demo.test', 'Program Admin of two Programs'],
  ['coclaimer@demo.test', 'Claimer of the first of them'],
  ['both@demo.test', 'Worker of the Site, later also a Claimer'],
  ['seeker@demo.test', 'a Seeker'],
  ['admin@demo.test', 'Site admin'],
];

export const DEMO_PASSWORD = 'throughline-demo';

/** What somebody who has just started it wants to read: where it is and how to get in. */
export function welcome(config: Config, port: number, withDemo: boolean): string {
  const address = config.publicUrl.replace(/:0$/, `:${String(port)}`);
  const lines = ['', `Throughline is ready at ${address}`];
  if (withDemo) {
    lines.push('', `Demo accounts, password ${DEMO_PASSWORD} for all:`);
    for (const [email, who] of DEMO_ACCOUNTS) lines.push(`  ${email.padEnd(22)} ${who}`);
  }
  if (!config.smtpUrl) lines.push('', `Mail is kept in the dev inbox: ${address}/dev/mail`);
  return `${lines.join('\n')}\n`;
}
