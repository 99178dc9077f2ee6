import { once } from 'node:events';
import { type AddressInfo, createServer, type Server, type Socket } from 'node:net';
import { domainToASCII } from 'node:url';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { DeliveryError, type Mailer, type OutgoingMail } from '../../../src/mail/mailer.ts';
import { smtpMailer } from '../../../src/mail/smtp.ts';
import { startSmtp, type TestSmtp } from '../../support/smtp.ts';
import { NASTY_ADDRESSES } from '../../support/nasty-addresses.ts';

const FROM = 'Throughline <mail@throughline.example.org>';
const mailTo = (to: string): OutgoingMail => ({
  id: '01990000-0000-7000-8000-000000000000',
  to,
  subject: 'Hello',
  text: 'Hello',
  html: '<p>Hello</p>',
});

let smtp: TestSmtp;
let mailer: Mailer;

beforeAll(async () => {
  smtp = await startSmtp();
  mailer = smtpMailer(smtp.url, FROM);
});

afterAll(async () => {
  mailer.close();
  await smtp.close();
});

beforeEach(() => {
  smtp.mails.length = 0;
  smtp.behave = {};
});

async function failureOf(sending: Promise<void>): Promise<Pick<DeliveryError, 'message' | 'permanent'> | 'sent'> {
  return sending.then(
    () => 'sent' as const,
    (error: unknown) => {
      if (!(error instanceof DeliveryError)) throw error;
      return { message: error.message, permanent: error.permanent };
    },
  );
}

describe('exactly one recipient (S-70, T9)', () => {
  test.each(NASTY_ADDRESSES)('%j reaches %j', async (written, intended) => {
    const failure = await failureOf(mailer.send(mailTo(written)));
    if (intended === null) {
      expect(failure).toEqual({ message: 'bad_address', permanent: true });
      expect(smtp.mails).toEqual([]);
    } else {
      expect(failure).toBe('sent');
      expect(smtp.mails.map(({ to }) => to.map(asSent))).toEqual([[intended]]);
      expect(smtp.mails[0]?.raw.replaceAll(/\r\n[ \t]+/g, ' ').split('\r\n')).toContain(`To: ${intended}`);
      expect(smtp.mails[0]?.parsed.cc).toBeUndefined();
      expect(smtp.mails[0]?.parsed.bcc).toBeUndefined();
    }
  });

  test('the table has 60 rows', () => expect(NASTY_ADDRESSES).toHaveLength(60));
});

describe('answers of a mail server (R-11, D-07)', () => {
  test.each([
    [421, 'server_busy', false],
    [450, 'server_busy', false],
    [452, 'server_busy', false],
    [550, 'address_refused', true],
    [553, 'address_refused', true],
  ])('%i to the recipient', async (code, message, permanent) => {
    smtp.behave.onRecipient = () => ({ code, text: 'someone@example.org is not here' });
    expect(await failureOf(mailer.send(mailTo('someone@example.org')))).toEqual({ message, permanent });
  });

  test.each([
    [451, 'server_busy', false],
    [552, 'mail_refused', true],
    [554, 'mail_refused', true],
  ])('%i to the mail', async (code, message, permanent) => {
    smtp.behave.onMail = () => ({ code, text: 'no' });
    expect(await failureOf(mailer.send(mailTo('someone@example.org')))).toEqual({ message, permanent });
  });

  test('a server that takes the mail and never says so', async () => {
    smtp.behave.onMail = () => new Promise(() => undefined);
    const impatient = smtpMailer(smtp.url, FROM, { wholeMs: 300, silenceMs: 20_000 });
    expect(await failureOf(impatient.send(mailTo('someone@example.org')))).toEqual({ message: 'timeout', permanent: false });
  });

  test('a server that says nothing for too long', async () => {
    smtp.behave.onMail = () => new Promise(() => undefined);
    const impatient = smtpMailer(smtp.url, FROM, { wholeMs: 20_000, silenceMs: 300 });
    expect(await failureOf(impatient.send(mailTo('someone@example.org')))).toEqual({ message: 'timeout', permanent: false });
  });

  test('refused before any talk with 554, or wrong sign-in: a matter of the server, not of this mail', async () => {
    const closed = await rawServer('554 no service here\r\n');
    expect(await failureOf(smtpMailer(closed.url, FROM).send(mailTo('someone@example.org')))).toMatchObject({ permanent: false });
    closed.server.close();
    const strict = await startSmtp({
      disabledCommands: ['STARTTLS'],
      authOptional: false,
      allowInsecureAuth: true,
      onAuth: (_auth, _session, callback) => callback(Object.assign(new Error('wrong'), { responseCode: 535 })),
    });
    const withPassword = smtpMailer(strict.url.replace('//', '//user:secret@'), FROM);
    expect(await failureOf(withPassword.send(mailTo('someone@example.org')))).toEqual({ message: 'sign_in_refused', permanent: false });
    await strict.close();
  });

  test('one byte a second is cut off', async () => {
    const slow = await rawServer('2', (socket) => {
      const drip = setInterval(() => socket.write('2'), 50);
      socket.on('close', () => clearInterval(drip));
    });
    const impatient = smtpMailer(slow.url, FROM, { wholeMs: 400, silenceMs: 20_000 });
    expect(await failureOf(impatient.send(mailTo('someone@example.org')))).toEqual({ message: 'timeout', permanent: false });
    slow.server.close();
  });

  test('a server elsewhere that speaks no TLS gets nothing (S-74)', async () => {
    const answer = (socket: Socket): Socket =>
      socket.on('data', (line) => socket.write(line.toString().startsWith('EHLO') ? '250 hello\r\n' : '502 what\r\n'));
    const elsewhere = await rawServer('220 hello\r\n', answer, '127.0.0.2');
    expect(await failureOf(smtpMailer(elsewhere.url, FROM).send(mailTo('someone@example.org')))).toEqual({
      message: 'encryption_failed',
      permanent: false,
    });
    elsewhere.server.close();
  });
});

/** The test's server shows foreign domains in their own letters; on the wire they are ASCII. */
function asSent(address: string): string {
  const at = address.lastIndexOf('@');
  return `${address.slice(0, at)}@${domainToASCII(address.slice(at + 1))}`;
}

type Handle = (socket: Socket) => unknown;

async function rawServer(greeting: string, handle: Handle = () => undefined, host = '127.0.0.1'): Promise<{ server: Server; url: string }> {
  const server = createServer((socket) => {
    socket.on('error', () => undefined);
    socket.write(greeting);
    handle(socket);
  });
  server.listen(0, host);
  await once(server, 'listening');
  return { server, url: `smtp://${host}:${(server.address() as AddressInfo).port}` };
}
