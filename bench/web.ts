import { createServer, type ServerResponse } from 'node:http';
import express, { type Request, type Response } from 'express';
import { readConfig } from '../src/config.ts';
import { createLog } from '../src/logger.ts';
import { buildApp, buildParts } from '../src/start/parts.ts';

/**
 * The web process under measurement: the real application, and beside it the floor. A request to /floor renders what the page
 * at ?of= rendered last: same template, same layout, same process, but a constant model, no database and no session.
 */
const config = readConfig(process.env);
const log = createLog('silent');
const parts = await buildParts(config, log, config.databaseUrl ?? '');
const readiness = { stopping: false };

type Rendered = { name: string; locals: object };
const rendered = new Map<string, Rendered[]>();

const inner = buildApp(parts, readiness);
const floor = express();
floor.disable('x-powered-by').disable('etag');

floor.get('/floor', async (req: Request, res: Response) => {
  const views = rendered.get(new URL(req.originalUrl, 'http://bench').searchParams.get('of') ?? '') ?? [];
  let body = '';
  for (const { name, locals } of views) body = await draw(name, { ...locals, ...(name.startsWith('layouts/') ? { body } : {}) });
  res.type('html').send(Buffer.from(body));
});
/** The application gets its requests as it always does, with nothing of ours before it. */
const server = createServer((req, res) => {
  if (req.url?.startsWith('/floor')) {
    floor(req, res);
    return;
  }
  if (req.headers['x-bench-record']) record(new URL(req.url ?? '', 'http://bench').pathname, res);
  inner(req, res);
});

/** Keeps the names and models of what this response renders: page first, then its layout. */
function record(path: string, res: ServerResponse): void {
  const views: Rendered[] = [];
  rendered.set(path, views);
  const render = inner.render.bind(inner);
  inner.render = ((name: string, locals: object, done: (error: Error | null, html: string) => void) => {
    views.push({ name, locals: { ...locals } });
    render(name, locals, done);
  }) as typeof inner.render;
  res.on('finish', () => (inner.render = render));
}

function draw(name: string, locals: object): Promise<string> {
  return new Promise((resolve, reject) => {
    inner.render(name, locals, (error: Error | null, html: string) => (error ? reject(error) : resolve(html)));
  });
}

await parts.deps.live.start(server);
server.listen(config.port, config.host, () => process.stdout.write('ready\n'));

process.on('SIGTERM', () => {
  server.closeAllConnections();
  server.close();
  void parts.deps.live
    .stop()
    .then(async () => {
      for (const { close } of parts.closing) await close();
    })
    .finally(() => process.exit(0));
});
