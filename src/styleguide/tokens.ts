/** The tokens of the style sheet, as it has them: nothing of them is written twice. */
export interface Tokens {
  colors: string[];
  sizes: { name: string; value: string }[];
  spaces: { name: string; value: string }[];
}

export function tokensIn(css: string): Tokens {
  const named = [...css.matchAll(/^\s+--([a-z0-9-]+): ([^;]+);/gm)].map(([, name = '', value = '']) => ({ name, value }));
  return {
    colors: named.flatMap(({ name, value }) => (value.startsWith('light-dark(') ? [name] : [])),
    sizes: named.filter(({ name }) => /^t\d$/.test(name)),
    spaces: named.filter(({ name }) => /^s\d$/.test(name)),
  };
}
