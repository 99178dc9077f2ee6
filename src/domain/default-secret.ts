const EXAMPLES = /^(change.?me|secret|example|throughline|password|your)/i;
const DIFFERENT_CHARACTERS = 10;

/** A secret out of an example, or one key held down: nobody made it at random (S-09). */
export function isExampleSecret(secret: string): boolean {
  return EXAMPLES.test(secret) || new Set(secret).size < DIFFERENT_CHARACTERS;
}

const DEFAULT_PASSWORDS = ['postgres', 'password', 'passw0rd', 'changeme', 'change-me', 'secret', 'admin', 'root', 'throughline', '123456'];

/** The address of a server with a password everybody tries first, or with its user's name as one. */
export function hasDefaultPassword(url: string): boolean {
  if (!URL.canParse(url)) return false;
  const { password, username } = new URL(url);
  const given = plain(password);
  return given !== '' && (DEFAULT_PASSWORDS.includes(given) || given === plain(username));
}

function plain(part: string): string {
  try {
    return decodeURIComponent(part).toLowerCase();
  } catch {
    return part.toLowerCase();
  }
}
