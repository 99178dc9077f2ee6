import { LOOP_STEPS, type LoopStep } from '../../domain/loop-steps.ts';
import { directionOf } from '../../i18n/languages.ts';
import { FRAME_WORDS, PREFER } from './frame.words.ts';
import { mailDate, mailMoment } from './mail-dates.ts';
import type { FootLine, LoopLine, MailLanguage, MailModel, StaffLanguage, Way } from './mail-model.ts';
import { wordsOf, type Message, type MessageWords } from './message.ts';
import { sentenceOf } from './phrase.ts';

/** What a mail says. */
export interface MailFacts {
  message: Message;
  language: MailLanguage;
  about: 'referral' | 'account';
  url: string;
  /** When the link stops working; null for a link that asks to sign in. */
  until: Date | null;
  loop: Record<LoopStep, Date | null> | null;
  timeZone: string;
  /** Of a digest: the referrals there is news on. */
  news?: readonly { program: string; at: Date; url: string }[];
  /** How its reader gets no more of it: in their account's settings, or by another way to be reached. Absent where it is not theirs to say. */
  stop?: 'settings' | 'contact';
}

/** What every mail of this installation has at its foot. */
export interface MailFrame {
  settingsUrl: string;
  helpPhone: string | null;
}

/** The facts once it is known in which language they are told. */
interface Told extends MailFacts {
  words: MessageWords;
}

/** The mail in its recipient's language, with one line in another (U-31). */
export function composeMail(facts: MailFacts, frame: MailFrame): MailModel {
  const told: Told = { ...facts, ...wordsOf(facts.message, facts.language) };
  const { language, words } = told;
  return {
    language,
    way: wayOf(language),
    subject: words.subject,
    preheader: words.preheader,
    lead: words.lead,
    loop: facts.loop ? loopLines(facts.loop, told) : [],
    ...newsLines(told),
    action: { words: words.action, url: facts.url },
    orCopy: FRAME_WORDS[language].orCopy,
    note: words.note,
    otherLanguage: otherLine(facts.message, language === 'en' ? 'es' : 'en'),
    foot: footLines(told, frame),
  };
}

function otherLine(message: Message, language: StaffLanguage): MailModel['otherLanguage'] {
  const { lead, action } = message[language];
  return { language, way: wayOf(language), words: `${PREFER[language]} ${sentenceOf(lead)}`, linkWords: action };
}

function wayOf(language: MailLanguage): Way {
  const direction = directionOf(language);
  return { direction, start: direction === 'rtl' ? 'right' : 'left' };
}

/** Why it came and what happens without an answer, what there is to know of the link, how to stop it, whom to ask (U-35). */
function footLines(facts: Told, { settingsUrl, helpPhone }: MailFrame): FootLine[] {
  const words = FRAME_WORDS[facts.language];
  const { why, nothing } = facts.words;
  const lines: FootLine[] = [`${why} ${nothing}`, ...linkLine(facts)].map(plainLine);
  if (facts.stop === 'settings') lines.push({ words: words.settings, link: { words: words.settingsAction, url: settingsUrl } });
  if (facts.stop === 'contact') lines.push(plainLine(words.otherWay));
  if (helpPhone) lines.push(plainLine(words.questions(helpPhone)));
  return lines;
}

function plainLine(words: string): FootLine {
  return { words, link: null };
}

/** How long the link works, and why the mail is so short; nothing where an account's mail leads to the sign-in page. */
function linkLine({ language, until, about, timeZone, news }: MailFacts): string[] {
  const words = FRAME_WORDS[language];
  const life = until ? words.until(mailDate(language, timeZone, until)) : news ? words.allAfterSignIn : words.afterSignIn;
  if (about === 'referral') return [`${life} ${words.namesNobody}`];
  return until ? [life] : [];
}

/** A mail stays small enough to be shown whole (U-35); the rest is behind the sign-in. */
const MOST_NEWS = 40;

function newsLines({ language, timeZone, news = [] }: MailFacts): Pick<MailModel, 'news' | 'moreNews'> {
  const left = news.length - MOST_NEWS;
  return {
    news: news.slice(0, MOST_NEWS).map(({ program, at, url }) => ({ program, when: mailMoment(language, timeZone, at), url })),
    moreNews: left > 0 ? FRAME_WORDS[language].more(left) : null,
  };
}

/** The loop in words (VISUAL, "E-mail"): which steps were done and when, never with what result (R28). */
function loopLines(times: Record<LoopStep, Date | null>, { language, timeZone }: MailFacts): LoopLine[] {
  const words = FRAME_WORDS[language];
  const here = LOOP_STEPS.findLast((step) => times[step]);
  return LOOP_STEPS.map((step, index) => {
    const at = times[step];
    const when = at ? mailMoment(language, timeZone, at) : words.notYet;
    return { name: words.steps[index] ?? step, when, done: at !== null, here: step === here };
  });
}
