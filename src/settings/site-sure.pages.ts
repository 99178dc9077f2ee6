import { settingsNav } from '../components/settings-nav.ts';
import type { UserActor } from '../domain/actor.ts';
import { fullName } from '../domain/display-name.ts';
import type { Worker } from '../teams/site.store.ts';
import type { SurePage } from './sure.pages.ts';

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
  if (facts.lastAdmin) return lastAdminPage(facts, `Deactivate ${name}`);
  return {
    ...frame(facts, `Deactivate ${name}?`),
    paragraphs: facts.closes ? [] : [staysWords(facts, name)],
    what: facts.closes ? closingLines(name) : leavingLines(facts, name),
    button: { action: `${facts.here}/workers/${facts.worker.userId}/deactivate`, label: 'Deactivate', idem: facts.idem },
  };
}

/** Before a Site admin becomes a plain Worker. */
export function endAdminPage(facts: SureFacts): SurePage {
  const name = nameOf(facts);
  if (facts.lastAdmin) return lastAdminPage(facts, `End Site admin for ${name}`);
  return {
    ...frame(facts, `End Site admin for ${name}?`),
    paragraphs: [],
    what: [
      `${name} can no longer look after the Workers and Groups of ${facts.siteName}.`,
      facts.worker.groups.length > 0
        ? 'They stay in their Groups.'
        : `They are in no Group, so they are no Worker of ${facts.siteName} afterwards.`,
    ],
    button: { action: `${facts.here}/admins/${facts.worker.userId}/remove`, label: 'End Site admin', idem: facts.idem },
  };
}

function lastAdminPage(facts: SureFacts, heading: string): SurePage {
  const [who, verb] = facts.user.userId === facts.worker.userId ? ['You are', 'you'] : [`${nameOf(facts)} is`, 'they'];
  return {
    ...frame(facts, heading),
    paragraphs: [
      `${who} the only Site admin of ${facts.siteName}. Without one, nobody could invite Workers or look after its Groups, so this is not possible.`,
      `Invite somebody else as Site admin first. When they have joined, ${verb} can stop.`,
    ],
    what: [],
    button: null,
  };
}

function frame({ user, here, siteName }: SureFacts, heading: string): Pick<SurePage, 'nav' | 'heading' | 'back'> {
  return { nav: settingsNav(user, here), heading, back: { href: here, label: `Back to ${siteName}` } };
}

function closingLines(name: string): string[] {
  return [
    `${name} is signed out everywhere, at once, and cannot sign in.`,
    'They get no more email about referrals.',
    'Everything they did stays in history under their name. Referrals they made stay as they are.',
    'You can reactivate them at any time. They are in the same Groups again then.',
  ];
}

/** Not what else it is for: that somebody was helped, too, is not for those they work with (R13). */
function staysWords({ siteName }: SureFacts, name: string): string {
  return `${name}’s account is for more than ${siteName}, so it stays open. They leave ${siteName}.`;
}

function leavingLines({ siteName }: SureFacts, name: string): string[] {
  return [
    `${name} leaves every Group of ${siteName} and stops seeing what those Groups share, at once.`,
    'They still see the referrals they made themselves.',
    'Everything they did stays in history under their name.',
    'To bring them back, invite them again.',
  ];
}

function nameOf({ worker }: SureFacts): string {
  return fullName(worker.firstName, worker.lastName);
}
