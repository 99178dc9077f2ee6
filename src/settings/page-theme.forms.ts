import { z } from 'zod';
import { localPath } from '../http/forms.ts';
import { THEMES } from '../http/theme.ts';

/** The choice of light or dark, and the page to come back to. */
export const PageThemeForm = z.strictObject({ theme: z.enum(THEMES), returnTo: localPath });
