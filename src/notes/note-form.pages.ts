import { errorSummary, type FormState } from '../components/fields.ts';
import type { Link } from '../http/components.ts';
import type { ErrorSummary } from '../http/form-components.ts';
import type { AddNote } from '../http/note-components.ts';
import { t } from '../i18n/translate.ts';

declare module '../http/page.ts' {
  interface Pages {
    'notes/form': NoteFormPage;
  }
}

/** A note that could not be saved, with everything that was written. */
export interface NoteFormPage {
  back: Link;
  heading: string;
  errors: ErrorSummary | null;
  add: AddNote;
}

export interface NoteFormFacts {
  back: Link;
  /** "Ana Ruiz". */
  about: string;
  failed: FormState;
  add: AddNote;
}

export function noteFormPage({ back, about, failed, add }: NoteFormFacts): NoteFormPage {
  return {
    back,
    heading: t('Note about {{about}}', { about }),
    errors: errorSummary(failed, ['body']),
    add: { ...add, cancel: { ...back, label: t('Cancel') } },
  };
}
