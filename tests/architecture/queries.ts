import { readFileSync } from 'node:fs';
import ts from 'typescript';
import { fromRoot } from '../../src/root.ts';
import { filesBelow } from './sources.ts';

/** One query of the source: a template or text of SQL, or a call of the client. */
export interface Query {
  /** Where it stands, as "src/looks/look.store.ts madeInSites". */
  place: string;
  /** Its SQL without what is put into it; empty for a call. */
  sql: string;
  /** Untagged text that something was put into. */
  built: boolean;
  /** Of a call: "referral.update". */
  call: string;
  /** How many conditions of visibleTo or inboundOf it has, written into it or made before it in the same function. */
  doors: number;
}

const METHOD = /^(?:find|count$|aggregate$|groupBy$|create|update|upsert$|delete)/;
/** As the client calls them: "siteAdmin". */
const MODELS = [...readFileSync(fromRoot('prisma/schema.prisma'), 'utf8').matchAll(/^model (\w)(\w+)/gm)].map(
  ([, first = '', rest = '']) => first.toLowerCase() + rest,
);
/** What arguments are made of; every other name in them is of a column or a related row. */
const PARTS = new Set(['where', 'data', 'select', 'include', 'orderBy', 'create', 'update']);
const TAG = /(?:^|\.)(?:sql|\$queryRaw|\$executeRaw)(?:<[\s\S]*>)?$/;
const DOOR = /\b(?:visibleTo|inboundOf)\(/g;
/** How SQL begins or goes on where it names a table; in text that is no tagged SQL, in capitals only. */
const KEYWORD = /\b(?:SELECT|FROM|JOIN|UPDATE|INSERT INTO|DELETE FROM|CREATE|ALTER|DROP|GRANT|REVOKE|TRUNCATE)\s/;

/** Every query in src, from the TypeScript itself: comments and words of pages are none. */
export const queries: Query[] = filesBelow('src', '.ts').flatMap(({ path, text }) => queriesIn(path, text));

export function queriesIn(path: string, text: string): Query[] {
  const found: Query[] = [];
  const look = (node: ts.Node): void => {
    const place = (): string => `${path} ${nameOf(ownerOf(node))}`;
    if (ts.isTemplateExpression(node) || ts.isStringLiteralLike(node)) {
      const tagged = ts.isTaggedTemplateExpression(node.parent) && TAG.test(node.parent.getText().split('`')[0] ?? '');
      const sql = textOf(node);
      if (tagged || KEYWORD.test(sql)) found.push({ place: place(), sql, built: !tagged && isBuilt(node), call: '', doors: doorsOf(node) });
    }
    if (ts.isCallExpression(node) && ts.isPropertyAccessExpression(node.expression) && METHOD.test(node.expression.name.text)) {
      const { expression: model, name } = node.expression;
      if (ts.isPropertyAccessExpression(model) && MODELS.includes(model.name.text))
        for (const part of [model.name.text, ...relationsIn(node)])
          found.push({ place: place(), sql: '', built: false, call: `${part}.${name.text}`, doors: 0 });
    }
    ts.forEachChild(node, look);
  };
  look(ts.createSourceFile(path, text, ts.ScriptTarget.Latest, true));
  return found;
}

function isBuilt(node: ts.TemplateExpression | ts.StringLiteralLike): boolean {
  return ts.isTemplateExpression(node) || ts.isBinaryExpression(node.parent);
}

/** What of a call's argument asks for, or writes, a related row: `include: { referral: true }`, `memberships: { create: … }`. */
function relationsIn(call: ts.CallExpression): string[] {
  const names: string[] = [];
  const look = (node: ts.Node): void => {
    if (ts.isPropertyAssignment(node) && isAsked(node.initializer) && !PARTS.has(node.name.getText())) names.push(node.name.getText());
    ts.forEachChild(node, look);
  };
  call.arguments.forEach(look);
  return names;
}

function isAsked(value: ts.Expression): boolean {
  return ts.isObjectLiteralExpression(value) || value.kind === ts.SyntaxKind.TrueKeyword;
}

function textOf(node: ts.TemplateExpression | ts.StringLiteralLike): string {
  if (ts.isStringLiteralLike(node)) return node.text;
  return [node.head.text, ...node.templateSpans.map(({ literal }) => literal.text)].join(' … ');
}

function doorsOf(node: ts.TemplateExpression | ts.StringLiteralLike): number {
  if (ts.isStringLiteralLike(node)) return 0;
  const owner = ownerOf(node);
  const before = new Set<string>();
  const look = (one: ts.Node): void => {
    if (ts.isVariableDeclaration(one) && one.initializer && /^(?:visibleTo|inboundOf)\(/.test(one.initializer.getText()))
      before.add(one.name.getText());
    ts.forEachChild(one, look);
  };
  if (owner) look(owner);
  return node.templateSpans.reduce((sum, { expression }) => {
    const text = expression.getText();
    return sum + (before.has(text) ? 1 : [...text.matchAll(DOOR)].length);
  }, 0);
}

/** The function, or the constant of the file, that a node belongs to. */
function ownerOf(node: ts.Node): ts.FunctionDeclaration | ts.VariableStatement | null {
  for (let up = node.parent as ts.Node | undefined; up; up = up.parent) {
    if (ts.isFunctionDeclaration(up) && ts.isSourceFile(up.parent)) return up;
    if (ts.isVariableStatement(up) && ts.isSourceFile(up.parent)) return up;
  }
  return null;
}

function nameOf(owner: ts.FunctionDeclaration | ts.VariableStatement | null): string {
  if (!owner) return '';
  return (ts.isFunctionDeclaration(owner) ? owner.name : owner.declarationList.declarations[0]?.name)?.getText() ?? '';
}
