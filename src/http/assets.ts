import { join } from 'node:path';
import express, { Router, type Response } from 'express';
import { ANY_VERSION, ASSETS, PUBLIC, VENDORED } from './asset-files.ts';
import { scripts } from './scripts.ts';
import { styles } from './styles.ts';

const FOR_EVER = 'public, max-age=31536000, immutable';
/** Kept, but asked for again each time: what stands there may be another version's. */
const ASK_AGAIN = 'public, no-cache';

/**
 * Style, scripts and fonts, all from here (S-33). Comes before the sessions: a file begins none (S-16). Pages name this version, whose
 * files never change; a page that was open before an update, or an address without a version, gets what there is now.
 */
export function assets(): Router {
  const router = Router();
  router.use(ASSETS, files(FOR_EVER));
  router.use(ANY_VERSION, files(ASK_AGAIN));
  router.use('/assets', files(ASK_AGAIN));
  router.use('/favicon.ico', fileOrFolder(join(PUBLIC, 'img/favicon.svg'), ASK_AGAIN));
  return router;
}

function files(kept: string): Router {
  const router = Router();
  // A file in place of a folder answers at exactly its address.
  for (const [path, place] of Object.entries(VENDORED)) router.use(path, fileOrFolder(place, kept));
  router.use('/css', styles(kept));
  router.use('/js', scripts(kept));
  router.use(fileOrFolder(PUBLIC, kept));
  return router;
}

/** Pages are never stored; the same files for everybody may be. */
function fileOrFolder(place: string, kept: string): express.Handler {
  return express.static(place, {
    index: false,
    redirect: false,
    cacheControl: false,
    setHeaders: (res: Response) => {
      res.setHeader('Cache-Control', kept);
    },
  });
}
