import type { AddressInfo } from 'node:net';
import { once } from 'node:events';
import { type ParsedMail, simpleParser } from 'mailparser';
import { SMTPServer, type SMTPServerOptions } from 'smtp-server';

/** A mail as a real SMTP server received it. */
export interface ReceivedMail {
  from: string;
  /** The envelope: whom the server was told to deliver it to. */
  to: string[];
  raw: string;
  parsed: ParsedMail;
}

/** What the server does with a recipient, and with a mail it has read; `undefined` is to take it. */
export interface SmtpBehaviour {
  onRecipient?: (address: string) => SmtpAnswer | undefined;
  /** Answering with a promise that never settles is a server that hangs after DATA. */
  onMail?: (mail: ReceivedMail) => SmtpAnswer | undefined | Promise<SmtpAnswer | undefined>;
}

export interface SmtpAnswer {
  code: number;
  text: string;
}

export interface TestSmtp {
  url: string;
  mails: ReceivedMail[];
  behave: SmtpBehaviour;
  close(): Promise<void>;
}

/** A real SMTP server on loopback that keeps what it takes. */
export async function startSmtp(options: SMTPServerOptions = {}): Promise<TestSmtp> {
  const smtp: TestSmtp = { url: '', mails: [], behave: {}, close: () => Promise.resolve() };
  const server = new SMTPServer({
    authOptional: true,
    disabledCommands: ['AUTH', 'STARTTLS'],
    disableReverseLookup: true,
    ...handlers(smtp),
    ...options,
  });
  // Unheard, a client that hangs up ends the process that listens.
  server.on('error', () => undefined);
  server.listen(0, '127.0.0.1');
  await once(server.server, 'listening');
  smtp.url = `smtp://127.0.0.1:${(server.server.address() as AddressInfo).port}`;
  smtp.close = () => new Promise((resolve) => server.close(resolve));
  return smtp;
}

function handlers(smtp: TestSmtp): SMTPServerOptions {
  return {
    onRcptTo(address, _session, callback) {
      callback(asError(smtp.behave.onRecipient?.(address.address)));
    },
    onData(stream, session, callback) {
      const chunks: Buffer[] = [];
      stream.on('data', (chunk: Buffer) => chunks.push(chunk));
      stream.on('end', () => {
        const envelope = session.envelope;
        const from = envelope.mailFrom ? envelope.mailFrom.address : '';
        void receive(smtp, { from, to: envelope.rcptTo.map(({ address }) => address), raw: Buffer.concat(chunks).toString() }).then(
          callback,
        );
      });
    },
  };
}

async function receive(smtp: TestSmtp, mail: Omit<ReceivedMail, 'parsed'>): Promise<Error | null> {
  const received = { ...mail, parsed: await simpleParser(mail.raw) };
  const answer = asError(await smtp.behave.onMail?.(received));
  if (!answer) smtp.mails.push(received);
  return answer;
}

function asError(answer: SmtpAnswer | undefined): Error | null {
  return answer ? Object.assign(new Error(answer.text), { responseCode: answer.code }) : null;
}

/** Every word a mail says anywhere: headers, subject, text and HTML, decoded. */
export function everythingIn({ raw, parsed }: ReceivedMail): string {
  return [raw, parsed.subject, parsed.text, parsed.html || '', JSON.stringify([...parsed.headers])].join('\n');
}
