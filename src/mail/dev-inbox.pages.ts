import { type Moment, momentIn } from '../components/dates.ts';
import type { DevMailRow } from './dev-mail.store.ts';

declare module '../http/page.ts' {
  interface Pages {
    'mail/inbox': DevInboxPage;
    'mail/message': DevMailPage;
  }
}

export interface DevInboxPage {
  mails: { href: string; to: string; subject: string; sent: Moment }[];
  newer: string | null;
  older: string | null;
}

export interface DevMailPage {
  to: string;
  subject: string;
  sent: Moment;
  links: string[];
  text: string;
  htmlSrc: string;
}

export function devInboxPage(mails: readonly DevMailRow[], at: { page: number; more: boolean }, timeZone: string): DevInboxPage {
  return {
    mails: mails.map((mail) => ({ href: hrefOf(mail), to: mail.toAddress, subject: mail.subject, sent: momentIn(timeZone, mail.sentAt) })),
    newer: at.page > 1 ? `/dev/mail?page=${at.page - 1}` : null,
    older: at.more ? `/dev/mail?page=${at.page + 1}` : null,
  };
}

export function devMailPage(mail: DevMailRow, timeZone: string): DevMailPage {
  const { toAddress: to, subject, text } = mail;
  return { to, subject, sent: momentIn(timeZone, mail.sentAt), links: linksIn(text), text, htmlSrc: `${hrefOf(mail)}/html` };
}

function hrefOf({ id }: DevMailRow): string {
  return `/dev/mail/${id}`;
}

/** Every address the mail leads to, each once, in the order of the text. */
function linksIn(text: string): string[] {
  return [...new Set(text.match(/https?:\/\/[^\s<>"]+/g) ?? [])];
}
