const LONGEST = 220;

/** The first sentence or two of a description, for a list. */
export function firstSentences(description: string | null): string {
  const text = (description ?? '').replace(/\s+/g, ' ').trim();
  if (text.length <= LONGEST) return text;
  const start = text.slice(0, LONGEST);
  const sentence = /^.{60,}[.!?](?= )/u.exec(start)?.[0];
  return sentence ?? `${start.slice(0, Math.max(start.lastIndexOf(' '), LONGEST - 40)).trimEnd()}…`;
}
