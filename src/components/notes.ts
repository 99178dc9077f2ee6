import { NOTE_MAX } from '../domain/note-policy.ts';
import type { AddNote, NoteItem } from '../http/note-components.ts';
import { t } from '../i18n/translate.ts';
import { momentIn } from './dates.ts';
import type { FormState } from './fields.ts';
import { whoLine } from './history.ts';

/** A note as it is stored, and whether its reader may delete it. */
export interface NoteFacts {
  id: string;
  body: string | null;
  side: 'referring' | 'program';
  ownSideOnly: boolean;
  authorName: string;
  authorOrganization: string | null;
  createdAt: Date;
  deletedAt: Date | null;
  deletedByName: string | null;
  deletedByOrganization: string | null;
  mayDelete: boolean;
}

const KEPT = { referring: () => t('Only the referring side reads this'), program: () => t('Only the Program reads this') } as const;

/** A note with its trash can for those who may (R19). `below` is the address its deletion is below. */
export function noteItem(note: NoteFacts, below: string, { timeZone, formKey }: { timeZone: string; formKey: () => string }): NoteItem {
  const gone = note.deletedAt !== null;
  return {
    id: note.id,
    text: note.body,
    by: gone ? goneWords(note, timeZone) : whoLine(note.authorName, note.authorOrganization),
    at: momentIn(timeZone, note.createdAt),
    kept: note.ownSideOnly ? KEPT[note.side]() : null,
    remove: !gone && note.mayDelete ? { action: `${below}/notes/${note.id}/delete`, idem: formKey() } : null,
  };
}

/** That it was there stays, by whom and when; its text does not. */
function goneWords({ authorName, deletedAt, deletedByName, deletedByOrganization }: NoteFacts, timeZone: string): string {
  const { date, time } = momentIn(timeZone, deletedAt ?? new Date(0));
  const who = whoLine(deletedByName ?? '', deletedByOrganization);
  return t('A note of {{name}} was deleted by {{who}}, {{date}}, {{time}}', { name: authorName, who, date, time });
}

export interface AddNoteFacts {
  /** The address it is sent below. */
  below: string;
  formKey: string;
  readers: string;
  ownReaders: string | null;
  failed?: FormState | null;
}

export function addNote({ below, formKey, readers, ownReaders, failed }: AddNoteFacts): AddNote {
  return {
    id: 'body',
    action: `${below}/notes`,
    idem: formKey,
    value: failed?.values['body'] ?? '',
    error: failed?.errors['body'] ?? failed?.errors['ownSideOnly'] ?? failed?.errors['form'] ?? failed?.errors['_idem'] ?? null,
    maxlength: NOTE_MAX,
    readers,
    own: ownReaders === null ? null : { checked: (failed?.values['ownSideOnly'] ?? '') !== '', readers: ownReaders },
    cancel: null,
  };
}
