import ejs from 'ejs';
import { fromRoot } from '../../root.ts';
import type { MailModel } from './mail-model.ts';

/** A view sees its model and nothing else. */
const OPTIONS = { cache: true, _with: false, destructuredLocals: ['m'] };

/** Prints a mail's two versions, which say the same. */
export async function renderMail(model: MailModel): Promise<{ html: string; text: string }> {
  const html = await ejs.renderFile(fromRoot('views', 'emails', 'mail.html.ejs'), { m: model }, OPTIONS);
  // The text version is text: nothing in it is markup, so nothing is escaped.
  const text = await ejs.renderFile(fromRoot('views', 'emails', 'mail.text.ejs'), { m: model }, { ...OPTIONS, escape: String });
  return { html, text };
}
