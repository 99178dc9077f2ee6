import type { Request, RequestHandler } from 'express';
import { isLanguage, LANGUAGES, preferred, type Language } from '../i18n/languages.ts';
import { goOnIn, speakingIn } from '../i18n/speaking.ts';
import { cookieIn } from './cookies.ts';

export const LANGUAGE_COOKIE = 'lang';

/** Arabic is there for Seekers' pages and everybody's account; whoever works here in it reads the rest in English. */
const SEEKERS_PAGES = /^\/(?:$|for-me|l\/|programs|login|signup|password|confirm|sign-in|settings\/account(?:\/|$)|language|theme|leaving)/;

/** Each answer has a language: the account's, else the one chosen on a page before, else the browser's (U-33). */
export function languages(): RequestHandler {
  return (req, _res, next) => {
    const chosen = cookieIn(req, LANGUAGE_COOKIE);
    speakingIn(fitting(req, isLanguage(chosen) ? chosen : (preferred(req.get('Accept-Language')) ?? 'en')), () => next());
  };
}

/** Once it is known who asks. */
export function languageOfAccount(): RequestHandler {
  return (req, _res, next) => {
    if (req.user && isLanguage(req.user.language)) goOnIn(fitting(req, req.user.language));
    next();
  };
}

/** A page for one person whose language is known goes on in it, unless they chose another (R26). */
export function speakTo(req: Request, language: string): void {
  if (!isLanguage(cookieIn(req, LANGUAGE_COOKIE)) && isLanguage(language)) goOnIn(fitting(req, language));
}

/** Answers at addresses that those who help have as well, which are the Seeker's own page. */
const seekersOwn = new WeakSet<Request>();

/** At an address that those who help have as well, the Seeker reads their own language: what they see there is their page. */
export function speakToSeeker(req: Request): void {
  seekersOwn.add(req);
  if (req.user && isLanguage(req.user.language)) goOnIn(req.user.language);
}

/** The languages a page is there in. */
export function languagesOf(req: Request): Language[] {
  return LANGUAGES.filter((language) => language !== 'ar' || SEEKERS_PAGES.test(req.path) || seekersOwn.has(req));
}

function fitting(req: Request, language: Language): Language {
  return languagesOf(req).includes(language) ? language : 'en';
}
