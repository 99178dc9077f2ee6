import type { UserActor } from '../domain/actor.ts';
import type { FirstList, FirstPart } from '../domain/first-steps.ts';
import type { Link } from '../http/components.ts';
import { t } from '../i18n/translate.ts';
import { wordsOf, type StepWords } from './step-words.pages.ts';

declare module '../http/page.ts' {
  interface Pages {
    'first-steps/show': FirstStepsPage;
  }
}

/** What to do first. Somebody who belongs nowhere reads which ways there are. */
export interface FirstStepsPage {
  heading: string;
  lead: string;
  lists: FirstListView[];
  ways: Way[];
  /** Whether there is something to put away. */
  dismiss: boolean;
  /** Null where a step leads to the same place. */
  onward: Link | null;
}

export interface FirstListView {
  heading: string;
  /** "1 of 4 done" */
  tally: string;
  /** Where a Site admin sees what Workers see. */
  aside: { text: string; link: Link } | null;
  steps: FirstStepView[];
}

export interface FirstStepView extends StepWords {
  done: boolean;
  /** The first one left: its link, if it has one, is the page's main button. */
  next: boolean;
}

interface Way extends Link {
  heading: string;
  text: string;
}

export function firstStepsPage(user: UserActor, lists: readonly FirstList[]): FirstStepsPage {
  const views = lists.map(listView);
  const left = views.some(({ steps }) => steps.some(({ done }) => !done));
  const first = views.flatMap(({ steps }) => steps).find(({ done }) => !done);
  if (first) first.next = true;
  if (views.length === 0) return nowhere(user);
  return {
    heading: left ? t('Welcome, {{name}}. Do this first.', { name: user.firstName }) : t('All first steps are done'),
    lead: left
      ? t('Each step is ticked off by itself when it is done.')
      : t('From now on you begin where your work is. This page stays here.'),
    lists: views,
    ways: [],
    dismiss: left,
    onward: unlessThere(areaOf(lists.map(({ part }) => part)), views),
  };
}

function listView(list: FirstList): FirstListView {
  const { part, steps } = list;
  const done = steps.filter((step) => step.done).length;
  return {
    heading: headingOf(part),
    tally: t('{{done}} of {{all}} done', { done, all: steps.length }),
    aside:
      part.kind === 'site'
        ? {
            text: t('To see what a Worker sees first, look for a Program yourself.'),
            link: { href: '/programs', label: t('Find programs') },
          }
        : null,
    steps: steps.map((step) => ({ ...wordsOf(list, step), done: step.done, next: false })),
  };
}

function headingOf(part: FirstPart): string {
  switch (part.kind) {
    case 'operator':
      return t('This installation');
    case 'site':
      return t('Your Site');
    case 'navigator':
      return t('The people you help');
    case 'claimer':
      return t('Your Program');
  }
}

function areaOf(parts: readonly FirstPart[]): Link {
  const kinds = parts.map(({ kind }) => kind);
  if (kinds.includes('site') || kinds.includes('navigator')) return { href: '/people', label: t('People I’m Helping') };
  if (kinds.includes('claimer')) return { href: '/inbound', label: t('Inbound Referrals') };
  return { href: '/settings/claims', label: t('Claims') };
}

function unlessThere(area: Link, views: readonly FirstListView[]): Link | null {
  return views.some(({ steps }) => steps.some(({ link }) => link?.href.startsWith(area.href))) ? null : area;
}

function nowhere({ email }: UserActor): FirstStepsPage {
  return {
    heading: t('You do not work with a Team here yet'),
    lead: t('Which of these is so?'),
    lists: [],
    ways: [
      {
        heading: t('I work for a Program'),
        text: t('Find it in the directory and open it. At its end you can ask to answer its referrals.'),
        href: '/programs',
        label: t('Find programs'),
      },
      {
        heading: t('I help people at a Site'),
        text: t('Ask your Site admin to invite {{email}}. The email they send has a link that lets you in.', { email }),
        href: '/settings/account/email',
        label: t('I use another address'),
      },
      {
        heading: t('I need help for myself'),
        text: t('What is sent for you with this address is under Referrals for Me.'),
        href: '/for-me',
        label: t('Referrals for Me'),
      },
    ],
    dismiss: false,
    onward: null,
  };
}
