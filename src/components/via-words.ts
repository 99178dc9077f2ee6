const WORDS: Readonly<Record<string, string>> = {
  email_link: 'by email link',
  api: 'by API',
  public_form: 'by the public form',
};

/** Through what somebody did something, where it was not simply on a page of theirs (R6). */
export function viaWords(via: string | null): string | null {
  return via === null ? null : (WORDS[via] ?? null);
}
