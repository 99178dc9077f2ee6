/** Text as sources send it made safe to store and search: no control characters or broken halves of characters, one form per letter. */
export function tidyText(text: string): string {
  return (
    text
      .replace(/\r\n?/g, '\n')
      // attack: NUL stops PostgreSQL, other controls can hide or reverse what a line says.
      .replace(/[^\P{C}\n\t\u200c\u200d]/gu, '')
      .normalize('NFC')
      .replace(/[^\S\n]+/g, ' ')
      .replace(/ ?\n ?/g, '\n')
      .replace(/\n{3,}/g, '\n\n')
      .trim()
  );
}

/** The same on one line, for names and the like. */
export function oneLine(text: string): string {
  return text.replace(/\s+/g, ' ');
}

/** Shortens at a word to at most `max` characters; an ellipsis tells that it was. */
export function cutText(text: string, max: number): string {
  const letters = Array.from(text);
  if (letters.length <= max) return text;
  const kept = letters.slice(0, max - 1).join('');
  const lastSpace = kept.lastIndexOf(' ');
  return `${(lastSpace > max * 0.8 ? kept.slice(0, lastSpace) : kept).trimEnd()}…`;
}
