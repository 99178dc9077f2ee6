import express, { Router, type RequestHandler, type Response } from 'express';
import type { Config } from '../config.ts';
import { fromRoot } from '../root.ts';

const MODULES = {
  fonts: fromRoot('node_modules/@fontsource-variable/atkinson-hyperlegible-next/files'),
  idiomorph: fromRoot('node_modules/idiomorph/dist/idiomorph.min.js'),
  socketIo: fromRoot('node_modules/socket.io/client-dist/socket.io.esm.min.js'),
};

/** Style, scripts and fonts, all from here (S-33). Comes before the sessions: a file begins none (S-16). */
export function assets(config: Pick<Config, 'production'>): Router {
  // Addresses carry no content hash yet, so a browser asks again after an hour; while developing, each time.
  const maxAge = config.production ? '1h' : 0;
  const router = Router();
  router.use('/assets/fonts', express.static(MODULES.fonts, { ...CACHED, maxAge: '30d' }));
  router.get('/assets/vendor/idiomorph.js', oneFile(MODULES.idiomorph, maxAge));
  router.get('/assets/vendor/socket.io.js', oneFile(MODULES.socketIo, maxAge));
  router.use('/assets', express.static(fromRoot('public'), { ...CACHED, maxAge }));
  router.get('/favicon.ico', oneFile(fromRoot('public/img/favicon.svg'), maxAge));
  return router;
}

/** Pages are never stored; the same files for everybody may be. `send` sets its own header only where none is. */
const CACHED = {
  index: false,
  redirect: false,
  setHeaders: (res: Response) => {
    res.removeHeader('Cache-Control');
  },
} as const;

function oneFile(path: string, maxAge: string | number): RequestHandler {
  return (_req, res, next) => {
    res.removeHeader('Cache-Control');
    res.sendFile(path, { maxAge }, (error: Error | undefined) => {
      if (error) next(error);
    });
  };
}
