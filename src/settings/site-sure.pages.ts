import { settingsNav } from '../components/settings-nav.ts';
import type { UserActor } from '../domain/actor.ts';
import { fullName } from '../domain/display-name.ts';
import type { Worker } from '../teams/site.store.ts';
import type { SurePage } from './sure.pages.ts';
import { t } from '../i18n/translate.ts';

export interface SureFacts {
  user: UserActor;
  siteName: string;
  /** The Site's page. */
  here: string;
  worker: Worker;
  /** Their account closes; otherwise it is for more than this Site and stays open. */
  closes: boolean;
  /** Nobody else could look after the Site. */
  lastAdmin: boolean;
  idem: string;
}

/** Before somebody is deactivated: what becomes of them, and what stays (R7, R27). */
export function deactivatePage(facts: SureFacts): SurePage {
  const name = nameOf(facts);
  if (facts.lastAdmin) return lastAdminPage(facts, t('Deactivate {{name}}', { name }));
  return {
    ...frame(facts, t('Deactivate {{name}}?', { name })),
    paragraphs: facts.closes ? [] : [staysWords(facts, name)],
    what: facts.closes ? closingLines(name) : leavingLines(facts, name),
    button: { action: `${facts.here}/workers/${facts.worker.userId}/deactivate`, label: t('Deactivate'), idem: facts.idem },
  };
}

/** Before a Site admin becomes a plain Worker. */
export function endAdminPage(facts: SureFacts): SurePage {
  const name = nameOf(facts);
  if (facts.lastAdmin) return lastAdminPage(facts, t('End Site admin for {{name}}', { name }));
  return {
    ...frame(facts, t('End Site admin for {{name}}?', { name })),
    paragraphs: [],
    what: [
      t('{{name}} can no longer look after the Workers and Groups of {{site}}.', { name, site: facts.siteName }),
      facts.worker.groups.length > 0
        ? t('They stay in their Groups.')
        : t('They are in no Group, so they are no Worker of {{site}} afterwards.', { site: facts.siteName }),
    ],
    button: { action: `${facts.here}/admins/${facts.worker.userId}/remove`, label: t('End Site admin'), idem: facts.idem },
  };
}

function lastAdminPage(facts: SureFacts, heading: string): SurePage {
  const { user, worker, siteName } = facts;
  const self = user.userId === worker.userId;
  return {
    ...frame(facts, heading),
    paragraphs: [
      self
        ? t('You are the only Site admin of {{site}}.', { site: siteName })
        : t('{{name}} is the only Site admin of {{site}}.', { name: nameOf(facts), site: siteName }),
      t('Without one, nobody could invite Workers or look after the Groups, so this is not possible.'),
      t('Invite somebody else as Site admin first. It is possible once they have joined.'),
    ],
    what: [],
    button: null,
  };
}

function frame({ user, here, siteName }: SureFacts, heading: string): Pick<SurePage, 'nav' | 'heading' | 'back'> {
  return { nav: settingsNav(user, here), heading, back: { href: here, label: t('Back to {{place}}', { place: siteName }) } };
}

function closingLines(name: string): string[] {
  return [
    t('{{name}} is signed out everywhere, at once, and cannot sign in.', { name }),
    t('They get no more email about referrals.'),
    t('Everything they did stays in history under their name. Referrals they made stay as they are.'),
    t('You can reactivate them at any time. They are in the same Groups again then.'),
  ];
}

/** Not what else it is for: that somebody was helped, too, is not for those they work with (R13). */
function staysWords({ siteName }: SureFacts, name: string): string {
  return t('{{name}}’s account is for more than {{site}}, so it stays open. They leave {{site}}.', { name, site: siteName });
}

function leavingLines({ siteName }: SureFacts, name: string): string[] {
  return [
    t('{{name}} leaves every Group of {{site}} and stops seeing what those Groups share, at once.', { name, site: siteName }),
    t('They still see the referrals they made themselves.'),
    t('Everything they did stays in history under their name.'),
    t('To bring them back, invite them again.'),
  ];
}

function nameOf({ worker }: SureFacts): string {
  return fullName(worker.firstName, worker.lastName);
}
