/** What a new password must be (S-02, S-03): long, and not what somebody who knows the person would try first. */
export const PASSWORD_MIN = 15;
export const PASSWORD_MAX = 256;

export interface AboutPerson {
  email: string;
  firstName: string;
  lastName: string;
}

export const PASSWORD_PROBLEMS = {
  short: `Use at least ${String(PASSWORD_MIN)} characters. A few words in a row work well`,
  long: `Use at most ${String(PASSWORD_MAX)} characters`,
  easy: 'Choose something harder to guess: not your name, your email address or common words alone',
} as const;

/** Why a password cannot be used, in a sentence for the form; null when it can. */
export function passwordProblem(password: string, person: AboutPerson): string | null {
  const length = Array.from(password).length;
  if (length < PASSWORD_MIN) return PASSWORD_PROBLEMS.short;
  if (length > PASSWORD_MAX) return PASSWORD_PROBLEMS.long;
  if (isMostlyKnown(password, person)) return PASSWORD_PROBLEMS.easy;
  return null;
}

const COMMON = (
  'throughline referral navigator seeker program demo test admin administrator login user guest passwords password passwort contraseña ' +
  'secret letmein welcome changeme iloveyou monkey dragon football baseball sunshine princess superman trustno qwertyuiop qwerty asdfghjkl ' +
  'asdf zxcvbnm 1q2w3e4r5t6y7u8i9o0p 1q2w3e4r 1qaz2wsx3edc abcdefghijklmnopqrstuvwxyz abcdefghij abcdef thisisa this mypass'
).split(' ');

/** How many characters of its own a password must have beside words anybody would try. */
const OWN_MIN = 8;

/** attack: "throughline2026!" is long and still the first guess. Known words, digits in a row and repeats count for nothing. */
function isMostlyKnown(password: string, person: AboutPerson): boolean {
  const known = [...wordsOf(person), ...COMMON].filter((word) => word.length >= 3).sort((a, b) => b.length - a.length);
  let rest = password.toLowerCase();
  for (const word of known) rest = rest.replaceAll(word, ' ');
  const own = withoutRuns(rest).replace(/\s/g, '');
  return new Set(own).size < 4 || Array.from(own).length < OWN_MIN;
}

function wordsOf({ email, firstName, lastName }: AboutPerson): string[] {
  const [local = '', domain = ''] = email.toLowerCase().split('@');
  return [
    email.toLowerCase(),
    local,
    domain,
    ...local.split(/[._+-]/),
    ...domain.split('.'),
    firstName.toLowerCase(),
    lastName.toLowerCase(),
  ];
}

/** Takes out what merely counts on or repeats: "12345", "aaaa", "2026". */
function withoutRuns(text: string): string {
  return text.replace(/(.)\1{2,}/gu, '$1').replace(/\d+/g, (digits) => digits.slice(0, 2));
}
