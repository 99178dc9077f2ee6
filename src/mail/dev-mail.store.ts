import type { Db } from '../db/client.ts';

export interface DevMailRow {
  id: string;
  toAddress: string;
  subject: string;
  text: string;
  html: string;
  sentAt: Date;
}

interface KeptMail {
  id: string;
  to: string;
  subject: string;
  text: string;
  html: string;
}

export async function keepDevMail(db: Db, { id, to, subject, text, html }: KeptMail): Promise<void> {
  const mail = { toAddress: to, subject, text, html };
  await db.devMail.upsert({ where: { id }, create: { id, ...mail }, update: mail });
}

/** One page of the mails, newest first, and how many there are in all. */
export async function listDevMail(db: Db, page: number, size: number): Promise<{ mails: DevMailRow[]; total: number }> {
  const mails = await db.devMail.findMany({ orderBy: [{ sentAt: 'desc' }, { id: 'desc' }], skip: (page - 1) * size, take: size });
  return { mails, total: await db.devMail.count() };
}

export async function findDevMail(db: Db, id: string): Promise<DevMailRow | null> {
  return db.devMail.findUnique({ where: { id } });
}
