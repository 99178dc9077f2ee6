import { z } from 'zod';
import { localPath } from '../http/forms.ts';
import { LANGUAGES } from '../i18n/languages.ts';

/** The choice of a page's language, and the page to come back to. */
export const PageLanguageForm = z.strictObject({ language: z.enum(LANGUAGES), returnTo: localPath });
