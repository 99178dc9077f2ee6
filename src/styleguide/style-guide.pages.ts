import { RING_NAMES, RINGS, type Ring } from '../domain/ring.ts';
import type { Category } from '../domain/referral-status.ts';
import type { Shell } from '../http/shell-components.ts';
import { aroundPieces } from './around-pieces.pages.ts';
import { fieldPieces } from './field-pieces.pages.ts';
import { listPieces } from './list-pieces.pages.ts';
import { notePieces } from './note-pieces.pages.ts';
import type { Piece } from './piece.ts';
import { referralPieces } from './referral-pieces.pages.ts';
import { rowPieces } from './row-pieces.pages.ts';
import { HERE, SEEKER } from './sample.ts';
import { statusPieces } from './status-pieces.pages.ts';
import type { Tokens } from './tokens.ts';

declare module '../http/page.ts' {
  interface Pages {
    'styleguide/show': StyleGuidePage;
  }
}

export interface StyleGuidePage {
  tokens: Tokens;
  rings: { ring: Ring; name: string; category: Category }[];
  groups: PieceGroup[];
  /** Partials that have no place of their own here, and where to see them. */
  elsewhere: { partial: string; why: string }[];
}

export interface PieceGroup {
  id: string;
  heading: string;
  pieces: Piece[];
}

/** What stands around every page stands around this one; the rest is made of partials that are shown. */
export const ELSEWHERE: Readonly<Record<string, string>> = {
  head: 'Not to be seen: title, icon, styles and scripts of this page.',
  header: 'On top of this page; in a narrow window with its menu.',
  areas: 'In the header of this page, and in its menu.',
  languages: 'In the header of this page; on Seekers’ pages above it.',
  'search-banner': 'Under the header of this page (R21).',
  foot: 'At the end of this page: light or dark.',
  demo: 'On top of every page of a demo.',
  shortcuts: 'Inbound Referrals, by pressing “?”.',
  'sheet-notice': 'On paper: print a Seeker’s Referral.',
  'note-form': 'Inside add-note.',
  'referral-goal': 'goal-control under a heading.',
  'referral-notes': 'notes and add-note under a heading.',
};

const OF_RING: Record<Ring, Category> = {
  sent: 'progress',
  seen: 'progress',
  acted: 'progress',
  got_help: 'help',
  unresolved: 'action',
  closed_unserved: 'action',
};

export function styleGuidePage(tokens: Tokens): StyleGuidePage {
  return {
    tokens,
    rings: RINGS.map((ring) => ({ ring, name: RING_NAMES[ring], category: OF_RING[ring] })),
    groups: pieceGroups(),
    elsewhere: Object.entries(ELSEWHERE).map(([partial, why]) => ({ partial, why })),
  };
}

export function pieceGroups(): PieceGroup[] {
  return [
    { id: 'sg-fields', heading: 'Fields', pieces: fieldPieces() },
    { id: 'sg-status', heading: 'Status and loop', pieces: statusPieces() },
    { id: 'sg-referral', heading: 'A referral', pieces: referralPieces() },
    { id: 'sg-notes', heading: 'Notes and Goals', pieces: notePieces() },
    { id: 'sg-lists', heading: 'Lists', pieces: listPieces() },
    { id: 'sg-rows', heading: 'Rows', pieces: rowPieces() },
    { id: 'sg-around', heading: 'Around a page', pieces: aroundPieces() },
  ];
}

/** So that the parts around a page are there to be seen, whoever looks. */
export const SHELL: Partial<Shell> = {
  banner: { name: SEEKER, out: { href: HERE, label: 'Stop searching for Lucia' } },
  notice: { kind: 'info', text: 'A quiet notice, above the page’s heading.', link: { href: HERE, label: 'With a link' } },
};
