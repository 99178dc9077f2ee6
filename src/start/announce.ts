import type { Config } from '../config.ts';
import { DEMO_ACCOUNTS, DEMO_PASSWORD } from '../domain/demo.ts';

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
