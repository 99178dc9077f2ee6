import type { FirstList, FirstPart, FirstStep, StepName } from '../domain/first-steps.ts';
import type { Link } from '../http/components.ts';
import { t } from '../i18n/translate.ts';

/** What a step says; the link is where it is done, the command what is typed on the server. */
export interface StepWords {
  heading: string;
  text: string;
  link: Link | null;
  command: string | null;
}

/** The words of each step of a list. */
export function wordsOf({ part, facts }: FirstList, { name, done }: FirstStep): StepWords {
  switch (part.kind) {
    case 'operator':
      return operatorWords(name, done);
    case 'site':
      return siteWords(part, name, done);
    case 'navigator':
      return navigatorWords(part, name);
    case 'claimer':
      return claimerWords(part, name, { done, received: facts.received });
  }
}

function words(heading: string, text: string, link: Link | null = null, command: string | null = null): StepWords {
  return { heading, text, link, command };
}

function operatorWords(name: StepName, done: boolean): StepWords {
  if (name === 'directory') {
    const heading = t('Load the directory of Programs');
    return done
      ? words(heading, t('It is here.'), { href: '/programs', label: t('Find programs') })
      : words(heading, t('On the server, give this command your file. It may be JSON or a folder of CSV, in HSDS 3.'), null, IMPORT);
  }
  if (name === 'make-site') {
    const text = t('A Site is an organization whose Workers refer people. Make it on the server, and name its admin.');
    return words(t('Make the first Site'), done ? t('It is here.') : text, null, done ? null : CREATE_SITE);
  }
  if (name === 'site-admin') return words(t('Its admin signs in'), t('The command shows a link for them. With it they choose a password.'));
  return words(
    t('A Program gets its first Claimer'),
    t('Somebody who works there finds it in the directory and asks to answer its referrals. You or a Site admin say yes or no.'),
    { href: '/settings/claims', label: t('Claims') },
  );
}

const IMPORT = 'npm run import -- FILE';
const CREATE_SITE = 'npm run admin -- create-site NAME --admin EMAIL';

function siteWords({ siteId, name: site }: Extract<FirstPart, { kind: 'site' }>, name: StepName, done: boolean): StepWords {
  const at = `/settings/site/${siteId}`;
  if (name === 'your-site') return words(t('You look after {{site}}', { site }), t('You choose who works here and what its Groups share.'));
  if (name === 'make-group') {
    const link = { href: `${at}#groups`, label: done ? t('See the Groups') : t('Make a Group') };
    return words(t('Make a Group'), t('Workers belong to Groups. Each Group can share its referrals, or keep them apart.'), link);
  }
  if (name === 'invite-worker') {
    const link = { href: `${at}#invite`, label: t('Invite somebody') };
    return words(t('Invite a Worker'), t('They get an email with a link. You can invite yourself to a Group as well.'), link);
  }
  const text = t('It is ticked off when somebody you invited has opened the link.');
  return words(t('The first Worker joins'), text, { href: `${at}#workers`, label: t('See who is here') });
}

function navigatorWords({ group, shares }: Extract<FirstPart, { kind: 'navigator' }>, name: StepName): StepWords {
  if (name === 'your-group') {
    const text = shares
      ? t('Your Group reads the referrals you make, and you read theirs.')
      : t('Only you read the referrals you make here, and the Program that gets them.');
    return words(t('You work with {{group}}', { group }), text);
  }
  if (name === 'refer') {
    const text = t('Find a Program near them, open it, and fill in its form. The Program hears of it at once.');
    return words(t('Refer the first person'), text, { href: '/programs', label: t('Find programs') });
  }
  if (name === 'look') {
    const text = t('Everybody you refer has a page with all you did for them.');
    return words(t('Open their page'), text, { href: '/people', label: t('People I’m Helping') });
  }
  const text = t('When the Program answers, the status changes on your page. You get an email as well, unless you want none.');
  return words(t('Hear the answer'), text, { href: '/settings/account/notifications', label: t('Choose when you get email') });
}

function claimerWords(
  { programId, name: program }: Extract<FirstPart, { kind: 'claimer' }>,
  name: StepName,
  { done, received }: { done: boolean; received: boolean },
): StepWords {
  if (name === 'your-program')
    return words(t('You answer for {{program}}', { program }), t('You and its other Claimers read every referral it gets.'));
  if (name === 'reachable') {
    const link = { href: `/programs/${programId}`, label: t('See the program’s page') };
    const text = done
      ? t('There is a phone number. Read the rest as somebody would who needs help.')
      : t('There is no phone number yet. Ask whoever looks after the directory to add one.');
    return words(t('Check what people read about it'), text, link);
  }
  if (name === 'invite-coworker') {
    const link = { href: `/settings/programs/${programId}#invite`, label: t('Invite a co-worker') };
    return words(t('Invite a co-worker'), t('Then nobody waits when you are away.'), link);
  }
  return received
    ? words(t('Answer the first referral'), t('Choose a status. Everybody on the referral sees it at once.'), {
        href: `/inbound/${programId}`,
        label: t('Inbound Referrals'),
      })
    : words(t('Answer the first referral'), t('None has come yet. If somebody walks in or calls, add them yourself.'), {
        href: `/inbound/${programId}/add`,
        label: t('Add an inbound referral'),
      });
}
