import { type Moment, momentIn } from '../components/dates.ts';
import type { Empty, Pagination } from '../http/list-components.ts';
import type { DevMailRow } from './dev-mail.store.ts';

declare module '../http/page.ts' {
  interface Pages {
    'mail/inbox': DevInboxPage;
    'mail/message': DevMailPage;
  }
}

export interface DevInboxPage {
  mails: { id: string; href: string; to: string; subject: string; sent: Moment }[];
  empty: Empty | null;
  pages: Pagination;
}

export interface DevMailPage {
  to: string;
  subject: string;
  sent: Moment;
  links: string[];
  text: string;
  htmlSrc: string;
}

export interface InboxPart {
  mails: readonly DevMailRow[];
  total: number;
  page: number;
  size: number;
}

export function devInboxPage(part: InboxPart, timeZone: string): DevInboxPage {
  return {
    mails: part.mails.map((mail) => ({
      id: `mail-${mail.id}`,
      href: hrefOf(mail),
      to: mail.toAddress,
      subject: mail.subject,
      sent: momentIn(timeZone, mail.sentAt),
    })),
    empty: part.mails.length === 0 ? NOTHING : null,
    pages: pagination(part),
  };
}

const NOTHING: Empty = {
  heading: 'No mail here',
  paragraphs: [
    'Mail appears here within a second of what it reports: a referral that is sent, a status that changes, an account that is made.',
  ],
  main: null,
  plain: null,
};

function pagination({ mails, total, page, size }: InboxPart): Pagination {
  const first = (page - 1) * size + 1;
  const pages = Math.ceil(total / size);
  return {
    range: `${first} to ${first + mails.length - 1} of ${total}`,
    page: pages > 1 ? `Page ${page} of ${pages}` : null,
    previous: page > 1 ? `/dev/mail?page=${page - 1}` : null,
    next: page < pages ? `/dev/mail?page=${page + 1}` : null,
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
