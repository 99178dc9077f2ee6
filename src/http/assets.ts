import express, { Router, type Response } from 'express';
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
  // A file in place of a folder answers at exactly this address.
  router.use('/assets/vendor/idiomorph.js', express.static(MODULES.idiomorph, { ...CACHED, maxAge }));
  router.use('/assets/vendor/socket.io.js', express.static(MODULES.socketIo, { ...CACHED, maxAge }));
  router.use('/assets', express.static(fromRoot('public'), { ...CACHED, maxAge }));
  router.use('/favicon.ico', express.static(fromRoot('public/img/favicon.svg'), { ...CACHED, maxAge }));
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
