import { expect, it } from 'vitest';
import { filesBelow } from './sources.ts';

/** Who asks for the installation's zone by itself, and why it is not the reader's. */
const INSTALLATIONS: Readonly<Record<string, string>> = {
  'src/directory/directory.service.ts': 'the day of an import',
  'src/mail/messages/credential-mail.ts': 'its words name no day',
  'src/mail/messages/invitation-mail.ts': 'whoever is invited has no account yet',
  'src/programs/program-search.service.ts': 'whether a Program is open, where it is',
  'src/programs/program.routes.ts': 'whether a Program is open, where it is',
  'src/referrals/referral-page.routes.ts': 'whether a Program is open, where it is',
  'src/settings/account-mail.routes.ts': 'names it as one of the choices',
};

it('times are shown by their reader’s clock: nothing else takes the installation’s (U-34)', () => {
  const found = filesBelow('src', '.ts').filter(({ text }) => /\bconfig\.timeZone\b/.test(text));
  expect(found.map(({ path }) => path).sort()).toEqual(Object.keys(INSTALLATIONS));
});
