import { wordsIn } from '../architecture/words.ts';

/** Words that stand in nearly every English sentence, and in no Spanish one. */
const ENGLISH = /\b(?:the|and|your|of|with|is|you|this|they|was|for|not|have|it)\b/i;

/** English sentences and labels of ours whose words in this language are others. */
function englishKeys(language: string): ReadonlySet<string> {
  const words = wordsIn(language).flatMap((file) => Object.entries(file.words));
  return new Set(words.filter(([key, text]) => key !== text && !/\{\{/.test(key)).map(([key]) => key));
}

/** What a reader of the page reads or hears: its title, its texts, and the names of things that are drawn. */
export function textsOf(html: string): string[] {
  const title = /<title>([^<]*)<\/title>/.exec(html)?.[1] ?? '';
  const shown = html
    .replace(/^[\s\S]*<\/head>/, '')
    .replace(/<(script|style)\b[\s\S]*?<\/\1>/g, '')
    // What is known to be in another language says so: a Program's own words, the names of languages.
    .replace(/<(\w+)[^>]* lang="\w+"[^>]*>[^<]*<\/\1>/g, '');
  const named = [...shown.matchAll(/ (?:aria-label|title|alt|placeholder|data-busy)="([^"]*)"/g)].map(([, text]) => text ?? '');
  return [title, ...named, ...shown.split(/<[^>]*>/)].map(plainText).filter(Boolean);
}

/** The texts of a page in which English is left, once what people wrote is taken out of them. */
export function englishLeft(html: string, language: string, data: readonly string[]): string[] {
  const keys = englishKeys(language);
  return textsOf(html)
    .map((text) =>
      [...data]
        .sort((a, b) => b.length - a.length)
        .reduce((rest, one) => rest.replaceAll(one, ''), text)
        .trim(),
    )
    .filter((text) => keys.has(text) || ENGLISH.test(text));
}

function plainText(html: string): string {
  return html
    .replaceAll('&#39;', "'")
    .replaceAll('&#34;', '"')
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&amp;', '&')
    .replace(/\s+/g, ' ')
    .trim();
}
