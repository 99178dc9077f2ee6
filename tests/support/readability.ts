import { syllable } from 'syllable';

/** How hard a text is to read (U-30). */
export interface Readability {
  /** Flesch–Kincaid: years of school, in English. */
  grade: number;
  /** Fernández-Huerta, in Spanish: 70 and more is easy. */
  ease: number;
  /** Words in a sentence, on average. */
  mean: number;
  words: number;
  /** Words of the longest sentence: short labels hide no long one. */
  longest: number;
}

export type MeasuredLanguage = 'en' | 'es';

const WORD = /\p{L}[\p{L}’'-]*/gu;
/** What begins and ends a line of its own on the page. */
const BLOCK =
  /<\/?(?:p|h\d|li|ul|ol|dl|dt|dd|td|th|tr|table|caption|label|legend|fieldset|option|select|button|summary|details|div|section|main|form|blockquote|br|hr|title|aside|nav|time)\b[^>]*>/gi;

/** The sentences of a page that somebody reads: of its main part, without what is drawn and without labels of a word or two. */
export function sentencesOf(html: string, data: readonly string[]): string[] {
  const main = /<main\b[\s\S]*<\/main>/.exec(html)?.[0] ?? html.replace(/^[\s\S]*<\/head>/, '');
  const lines = main
    .replace(/<(script|style|svg|template|select|noscript|code)\b[\s\S]*?<\/\1>/g, ' ')
    .replace(/<(p|td|span|strong|button|a|bdi|li)\b[^>]* lang="\w+"[^>]*>[\s\S]*?<\/\1>/g, ' ')
    .replace(/<a\b[^>]* class="(?:btn|lnk)[^>]*>/g, '\n')
    .replace(BLOCK, '\n')
    .replace(/<\/?span\b[^>]*>/g, ' ')
    .replace(/<[^>]+>/g, '')
    .split('\n');
  return lines.map((line) => withoutData(plain(line), data)).flatMap(sentencesIn);
}

/** The same of words without markup. */
export function sentencesIn(text: string): string[] {
  return text
    .split(/(?<=[.?!:;])\s+|[“”«»]/)
    .map((one) => one.trim())
    .filter((one) => (one.match(WORD) ?? []).length >= 3);
}

export function readabilityOf(sentences: readonly string[], language: MeasuredLanguage): Readability {
  const words = sentences.flatMap((sentence) => sentence.match(WORD) ?? []);
  const longest = Math.max(0, ...sentences.map((sentence) => sentence.match(WORD)?.length ?? 0));
  const count = language === 'es' ? spanishSyllables : syllable;
  const syllables = words.reduce((sum, word) => sum + Math.max(1, count(word)), 0);
  const mean = words.length / Math.max(1, sentences.length);
  const perWord = syllables / Math.max(1, words.length);
  const sizes = { mean, words: words.length, longest };
  return { grade: 0.39 * mean + 11.8 * perWord - 15.59, ease: 206.84 - 60 * perWord - 1.02 * mean, ...sizes };
}

/** Open vowels and stressed í and ú are each a syllable; i, u and ü beside them are none of their own. */
export function spanishSyllables(word: string): number {
  const sounded = word
    .toLowerCase()
    .replace(/qu(?=[eéií])/g, 'q')
    .replace(/gu(?=[eéií])/g, 'g')
    .replace(/y(?![aeiouáéíóú])/g, 'i');
  const runs = sounded.match(/[aeiouáéíóúü]+/g) ?? [];
  return runs.reduce((sum, run) => sum + Math.max(1, run.match(/[aeoáéíóú]/g)?.length ?? 0), 0);
}

const OFFICIAL: Record<MeasuredLanguage, RegExp> = {
  en: /\b(?:e\.g\.|i\.e\.|etc\b|via|per|vs|in order to|utili[sz]e|commence|terminate|pursuant|hereby|prior to|subsequent|regarding|submit|authori[sz]e|disclos\w+|beneficiar\w+|client|consumer|intake|leverage|facilitate|stakeholder|login|credentials|invalid|token|session expired)\b/i,
  es: /(?<!\p{L})(?:p\. ?ej\.|etc|vía|mediante|a efectos de|en virtud|a fin de|con el fin de|previo a|asimismo|dicho|beneficiari\w+|usuari[oa]s?|utilizar|proceder|credenciales|inválid[oa]|token)(?!\p{L})/iu,
};

/** Words of offices, machines and Latin that no page of ours needs. */
export function officialWords(sentences: readonly string[], language: MeasuredLanguage): string[] {
  return sentences.filter((sentence) => OFFICIAL[language].test(sentence));
}

/** Whole sentences alone, if there are enough of them to measure: labels are short, and would make a page look easy. */
export function proseOf(sentences: readonly string[]): readonly string[] {
  const prose = sentences.filter((one) => /[.?!]$/.test(one));
  return prose.flatMap((one) => one.match(WORD) ?? []).length >= 30 ? prose : sentences;
}

/** The hardest sentences first, to see what to write anew. */
export function hardest(sentences: readonly string[], language: MeasuredLanguage, few = 6): string[] {
  const hardness = (one: string): number => {
    const { grade, ease } = readabilityOf([one], language);
    return language === 'en' ? grade : -ease;
  };
  return [...new Set(sentences)].sort((a, b) => hardness(b) - hardness(a)).slice(0, few);
}

/** What people and directories wrote counts as one short name. */
function withoutData(text: string, data: readonly string[]): string {
  const known = [...data].sort((a, b) => b.length - a.length).reduce((rest, one) => rest.replaceAll(one, 'Ana'), text);
  return known
    .replace(/\S+@\S+|https?:\S+/g, 'Ana')
    .replace(/\s+/g, ' ')
    .trim();
}

function plain(html: string): string {
  return html
    .replace(/&#39;|&#x27;/g, '’')
    .replace(/&#34;|&quot;/g, '"')
    .replace(/&(?:nbsp|lt|gt);/g, ' ')
    .replaceAll('&amp;', '&');
}
