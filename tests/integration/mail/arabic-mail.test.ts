import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startApp, type TestApp } from '../../support/app.ts';
import { createCast, type Cast } from '../../support/cast.ts';
import { connect, hiddenFields, WELL } from '../../support/connect-form.ts';
import { englishLeft } from '../../support/english-left.ts';
import { everythingIn, startSmtp, type ReceivedMail, type TestSmtp } from '../../support/smtp.ts';
import { waitFor } from '../../support/wait-for.ts';

let app: TestApp;
let cast: Cast;
let smtp: TestSmtp;
beforeAll(async () => {
  smtp = await startSmtp();
  app = await startApp({ workers: true, env: { SMTP_URL: smtp.url, MAIL_FROM: 'Throughline <mail@throughline.example.org>' } });
  cast = await createCast(app.deps.db);
});
afterAll(async () => {
  await app.close();
  await smtp.close();
});

function mailTo(address: string): Promise<ReceivedMail> {
  return waitFor(async () => Promise.resolve(smtp.mails.find(({ to }) => to.includes(address)) ?? null));
}

/** Where the mail leads, as its button says it. */
function buttonOf({ parsed }: ReceivedMail): string {
  const link = /class="button" href="([^"]+)"/.exec(String(parsed.html))?.[1] ?? '';
  expect(parsed.text).toContain(`\n${link}\n`);
  return link.slice(app.url.length);
}

function expectArabic(mail: ReceivedMail, subject: string): void {
  expect(mail.parsed.subject).toBe(subject);
  expect(mail.parsed.headers.get('content-language')).toBe('ar');
  expect(mail.parsed.html).toContain('<html lang="ar" dir="rtl">');
}

describe('somebody who reads Arabic', () => {
  it('asks for help in it, gets the mail in it, and is led by its link to their referral in it (U-31, R26)', async () => {
    const browser = app.request().set('Accept-Language', 'ar');
    const form = await browser.get(`/programs/${cast.program.id}/connect`);
    expect(form.text).toMatch(/<option value="ar"[^>]* selected/);
    const said = { ...WELL, language: 'ar', contactPreference: 'email', email: 'reads.arabic@example.org' };
    expect((await connect(browser, cast.program.id, { ...said, ...hiddenFields(form.text) })).status).toBe(303);
    const mail = await mailTo('reads.arabic@example.org');
    expectArabic(mail, 'تم إرسال إحالتك');
    for (const secret of [said.firstName, said.lastName, said.comment]) expect(everythingIn(mail)).not.toContain(secret);
    const reader = app.request();
    const opened = await reader.get(buttonOf(mail));
    expect(opened.status).toBe(303);
    const page = await reader.get(String(opened.headers['location']));
    expect([page.status, page.text.includes('<html lang="ar" dir="rtl"')]).toEqual([200, true]);
    expect(englishLeft(page.text, 'ar', [cast.program.name, 'Ana R.', said.comment, 'Throughline'])).toEqual([]);
  });

  it('and the Program’s Claimers read of it in theirs', async () => {
    const mail = await mailTo(cast.claimer.email);
    expect([mail.parsed.subject, mail.parsed.headers.get('content-language')]).toEqual(['A referral needs your answer', 'en']);
  });

  it('makes an account on a page in Arabic: the mail that confirms it is, too, and so is all that comes after (U-33)', async () => {
    const email = 'new.arabic@example.org';
    const browser = app.request().set('Accept-Language', 'ar');
    const person = { firstName: 'Huda', lastName: 'Saleh', email, password: 'seven cats eat rice at noon' };
    await browser.post('/signup').type('form').send(person);
    const mail = await mailTo(email);
    expectArabic(mail, 'تأكيد بريدك الإلكتروني');
    const link = buttonOf(mail);
    expect((await browser.get(link)).text).toContain('<html lang="ar" dir="rtl"');
    expect((await browser.post(link).type('form').send({})).status).toBe(303);
    const signedIn = await app.signIn(email, person.password);
    expect((await signedIn.get('/for-me').set('Accept-Language', 'en')).text).toContain('<html lang="ar" dir="rtl"');
    smtp.mails.length = 0;
    await app.request().post('/login/link').type('form').send({ email });
    expectArabic(await mailTo(email), 'رابط تسجيل الدخول');
  });
});
