import type { RequestHandler } from 'express';
import { NotFound } from '../domain/errors.ts';

const LOOPBACK = /^(::1$|(::ffff:)?127\.)/;

/** attack: the links in kept mail answer for other people, so a dev server that listens to a network shows its dev pages to nobody there. */
export const thisMachineOnly: RequestHandler = (req, _res, next) => {
  if (!LOOPBACK.test(req.ip ?? '')) throw new NotFound();
  next();
};
