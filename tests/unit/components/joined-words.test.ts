import { expect, test } from 'vitest';
import { joinedWords } from '../../../src/components/joined-words.ts';
import { speakingIn } from '../../../src/i18n/speaking.ts';

test.each([
  ['en', [], ''],
  ['en', ['Dana W.'], 'Dana W.'],
  ['en', ['Dana W.', 'Joel P.', 'Maria G.'], 'Dana W., Joel P. and Maria G.'],
  ['es', ['Ana', 'María'], 'Ana y María'],
  ['es', ['María', 'Inés'], 'María e Inés'],
  ['ar', ['Dana W.', 'Joel P.'], '\u2068Dana W.\u2069 و\u2068Joel P.\u2069'],
] as const)('in %s %j is "%s"', (language, words, joined) => {
  expect(speakingIn(language, () => joinedWords(words))).toBe(joined);
});
