import { EventEmitter } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import express from 'express';
import { assets } from '../../src/http/assets.ts';
import { newFormKey } from '../../src/http/form-key.ts';
import { securityHeaders } from '../../src/http/security.ts';
import { readConfig } from '../../src/config.ts';
import { openSockets, type Sockets } from '../../src/live/sockets.ts';

export interface FixtureRow {
  id: string;
  name: string;
  status: string;
  label: string;
  by: string;
}

/** A page in the project's live markup whose server one can change by hand: for what the scripts do, not for what the pages say. */
export interface LiveFixture {
  url: string;
  io: Sockets;
  /** The list as the server has it; those of `kept` no longer fit and come only when asked for. */
  rows: FixtureRow[];
  kept: FixtureRow[];
  /** Whether the list goes on before or behind this page. */
  pages: ('prev' | 'next')[];
  answer: { status: number; redirect: string | null };
  /** What the page asked for: the ids of X-Live-Rows. */
  asked: string[];
  posted: number;
  /** A form's POST signs its own person out; it is answered when the page has heard of it. */
  postSignsOut: boolean;
  /** False: no socket gets in. */
  reachable: boolean;
  hint(id: string): void;
  close(): Promise<void>;
}

export async function openLiveFixture(port = 0): Promise<LiveFixture> {
  const app = express();
  const server = createServer(app);
  await new Promise<void>((resolve) => server.listen(port, '127.0.0.1', resolve));
  const url = `http://127.0.0.1:${String((server.address() as AddressInfo).port)}`;
  const io = openSockets(server, (_req, answer) => answer(null, fixture.reachable));
  io.on('connection', (socket) => void socket.emit('live:started'));
  const fixture: LiveFixture = {
    url,
    io,
    rows: [],
    kept: [],
    pages: [],
    answer: { status: 200, redirect: null },
    asked: [],
    posted: 0,
    postSignsOut: false,
    reachable: true,
    hint: (id) => void io.emit('referral:changed', { type: 'referral:changed', id, version: 1 }),
    close: () => {
      io.disconnectSockets(true);
      server.closeAllConnections();
      return new Promise((resolve) => server.close(() => resolve()));
    },
  };
  routes(app, fixture);
  return fixture;
}

function routes(app: express.Express, fixture: LiveFixture): void {
  const heard = new EventEmitter();
  const config = readConfig({ NODE_ENV: 'test', PUBLIC_URL: fixture.url });
  app.use(securityHeaders(config), assets());
  app.get('/login', (_req, res) => {
    res.send('<h1>Sign in</h1>');
    heard.emit('login');
  });
  app.get('/list', (req, res) => {
    const shown = (req.get('X-Live-Rows') ?? '').split(',').filter(Boolean);
    if (req.get('X-Live')) fixture.asked.push(...shown);
    if (req.get('X-Live') && fixture.answer.redirect) {
      res.redirect(303, fixture.answer.redirect);
      return;
    }
    if (req.get('X-Live') && fixture.answer.status !== 200) return res.sendStatus(fixture.answer.status);
    return res.send(
      page(
        fixture,
        fixture.kept.filter((row) => shown.includes(row.id)),
      ),
    );
  });
  app.post('/list', (_req, res) => {
    fixture.posted += 1;
    if (fixture.postSignsOut) {
      heard.once('login', () => setTimeout(() => res.send('<h1>Password changed</h1>'), 300));
      fixture.answer.redirect = '/login';
      fixture.io.disconnectSockets(true);
    } else setTimeout(() => res.redirect(303, '/list'), 300);
  });
}

function page(fixture: LiveFixture, kept: FixtureRow[]): string {
  const rows = [...fixture.rows.map((one) => row(one, '')), ...kept.map((one) => row(one, ' data-live-kept'))].join('');
  return `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>List</title>
    <script type="module" src="/assets/js/live.js"></script><script type="module" src="/assets/js/forms.js"></script></head>
    <body><main><h2 id="tally" data-live>${String(fixture.rows.length)} referrals</h2>
    <p class="live" data-live-state hidden><i></i><span>Live</span></p><p role="status" data-live-say></p>
    <form id="find"><input name="q" id="q"></form>
    <template data-live-offer><tr class="offer"><td colspan="2"><button class="newrows" type="button"><u></u><span></span></button></td></tr></template>
    <table><tbody id="rows" data-live="rows">${rows}</tbody></table>
    <nav class="pages">${fixture.pages.map((rel) => `<a rel="${rel}" href="/list">${rel}</a>`).join('')}</nav></main></body></html>`;
}

function row({ id, name, status, label, by }: FixtureRow, kept: string): string {
  return `<tr data-referral="${id}" id="row-${id}"${kept}><th><a href="#${id}">${name}</a></th><td data-status-cell>
    <details class="sc" id="sc-${id}" data-changed-by="${by}"><summary><span class="status" data-status="${status}"><span class="status-t">${label}</span></span></summary>
    <form action="/list" method="post"><input type="hidden" name="version" value="${status}"><input type="hidden" name="_idem" value="${newFormKey()}">
    <label><input type="radio" name="status" value="pending">Pending</label><label><input type="radio" name="status" value="got_help">Got help</label>
    <textarea name="reason"></textarea><button type="submit" data-busy="Saving">Save status</button><button type="button" data-close hidden>Cancel</button></form></details>
    <p class="late" data-live-quiet>${String(performance.now())} days without an update</p></td></tr>`;
}
