import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import ts from 'typescript';
import { fromRoot } from '../../src/root.ts';

/** Where a key stands: to say which page lacks its words. */
export interface Key {
  english: string;
  file: string;
}

/** Every key that code and views ask for: the first words of each `t(…)` and `later(…)`, and what forms say. */
export function keysInUse(): Key[] {
  return [...filesIn('src', '.ts').flatMap(keysOfCode), ...filesIn('views', '.ejs').flatMap(keysOfView)];
}

function filesIn(folder: string, end: string): string[] {
  const all = readdirSync(fromRoot(folder), { recursive: true, encoding: 'utf8' });
  return all.filter((name) => name.endsWith(end) && !name.includes('generated')).map((name) => join(folder, name));
}

/** A feature's forms, and what all forms are made of. */
const FORMS = /(?:\.forms|\/http\/(?:forms|form-version|[a-z]+-fields))\.ts$/;

function keysOfCode(file: string): Key[] {
  const source = ts.createSourceFile(file, readFileSync(fromRoot(file), 'utf8'), ts.ScriptTarget.Latest, true);
  const found: string[] = [];
  const look = (node: ts.Node): void => {
    if (ts.isCallExpression(node) && ['t', 'later'].includes(node.expression.getText())) found.push(...literals(node.arguments[0]));
    // Said where errors become answers; those of the operators' commands stay in the terminal.
    if (ts.isNewExpression(node) && node.expression.getText() === 'NotAllowed' && !file.includes('operators'))
      found.push(...literals(node.arguments?.[0]));
    // What a form says is put into words where it is shown.
    if (FORMS.test(file) && ts.isStringLiteral(node) && /^\p{Lu}.* /u.test(node.text)) found.push(node.text);
    ts.forEachChild(node, look);
  };
  look(source);
  return found.map((english) => ({ english, file }));
}

/** `t(many ? 'These' : 'This')` has two keys. */
function literals(node: ts.Node | undefined): string[] {
  if (!node) return [];
  if (ts.isStringLiteralLike(node)) return [node.text];
  if (ts.isConditionalExpression(node)) return [...literals(node.whenTrue), ...literals(node.whenFalse)];
  if (ts.isParenthesizedExpression(node)) return literals(node.expression);
  return [];
}

function keysOfView(file: string): Key[] {
  const text = readFileSync(fromRoot(file), 'utf8');
  const calls = text.matchAll(/\bt\(\s*(?:'((?:[^'\\]|\\.)*)'|"((?:[^"\\]|\\.)*)")/g);
  return [...calls].map(([, single, double]) => ({ english: (single ?? double ?? '').replace(/\\(.)/g, '$1'), file }));
}

/** All words of a language, by file. */
export function wordsIn(language: string): { file: string; words: Record<string, string> }[] {
  return readdirSync(fromRoot('locales', language)).map((name) => ({
    file: `locales/${language}/${name}`,
    words: JSON.parse(readFileSync(fromRoot('locales', language, name), 'utf8')) as Record<string, string>,
  }));
}
