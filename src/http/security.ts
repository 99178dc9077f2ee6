import helmet from 'helmet';
import type { RequestHandler } from 'express';
import type { Config } from '../config.ts';
import { isSecure } from './cookies.ts';

const NOTHING_ALLOWED = [
  'accelerometer',
  'camera',
  'display-capture',
  'geolocation',
  'gyroscope',
  'microphone',
  'payment',
  'usb',
  'browsing-topics',
];

/** The same headers on every answer (S-50, S-23). Nothing is inline, so the policy needs no nonces. */
export function securityHeaders(config: Config): RequestHandler[] {
  const sockets = config.origins.map((origin) => origin.replace(/^http/, 'ws'));
  const https = isSecure(config);
  return [
    helmet({
      contentSecurityPolicy: {
        useDefaults: false,
        directives: {
          'default-src': ["'none'"],
          'script-src': ["'self'"],
          'style-src': ["'self'"],
          'img-src': ["'self'", 'data:'],
          'font-src': ["'self'"],
          'connect-src': ["'self'", ...sockets],
          'form-action': ["'self'"],
          'frame-ancestors': ["'none'"],
          'base-uri': ["'none'"],
          'object-src': ["'none'"],
        },
      },
      // T7: with no-referrer, browsers send "Origin: null" with the page's own forms.
      referrerPolicy: { policy: 'same-origin' },
      strictTransportSecurity: https ? { maxAge: 31_536_000, includeSubDomains: true } : false,
      crossOriginOpenerPolicy: { policy: 'same-origin' },
      crossOriginResourcePolicy: { policy: 'same-origin' },
      xFrameOptions: { action: 'deny' },
    }),
    (_req, res, next) => {
      res.set('Permissions-Policy', NOTHING_ALLOWED.map((feature) => `${feature}=()`).join(', '));
      res.set('Cache-Control', 'no-store');
      next();
    },
  ];
}

/** For pages that hold a capability: nothing of their address leaves them (S-33). */
export const tokenPageHeaders: RequestHandler = (_req, res, next) => {
  res.set('Referrer-Policy', 'no-referrer');
  res.set('X-Robots-Tag', 'noindex, nofollow');
  next();
};
