import { t } from '../i18n/translate.ts';
import { phoneText } from './contact.ts';

/** Said before and after a referral that reaches nobody at the Program: it is kept, and somebody has to call (R23, R28). */
export function loggedWords(name: string, phone: string | null): string {
  return phone
    ? t('Nobody at {{name}} gets email from here yet. We keep this referral; call them: {{phone}}.', { name, phone: phoneText(phone) })
    : t('Nobody at {{name}} gets email from here yet. We keep this referral; call or visit them.', { name });
}

/** The same where nobody has written a referral yet. */
export function loggedBeforehand(name: string, phone: string | null): string {
  return phone
    ? t('Nobody at {{name}} gets email from here yet. A referral to them is kept here, so call them: {{phone}}.', {
        name,
        phone: phoneText(phone),
      })
    : t('Nobody at {{name}} gets email from here yet. A referral to them is kept here, so call or visit them.', { name });
}

export function callWords(phone: string | null): string {
  return phone ? t('call them: {{phone}}', { phone: phoneText(phone) }) : t('call or visit them');
}
