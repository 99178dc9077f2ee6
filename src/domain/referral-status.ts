/** The eleven statuses in their three categories (R4), in the order pages list them. */
export const STATUSES = [
  'not_updated',
  'needs_client_action',
  'pending',
  'eligible',
  'referred_elsewhere',
  'got_help',
  'couldnt_contact',
  'not_eligible',
  'no_capacity',
  'couldnt_get_help',
  'no_longer_interested',
] as const;

export type Status = (typeof STATUSES)[number];
export type Category = 'progress' | 'help' | 'action';
export const CATEGORIES = ['progress', 'help', 'action'] as const satisfies readonly Category[];

export const CATEGORY_LABELS: Record<Category, string> = {
  progress: 'In progress',
  help: 'Got help',
  action: 'Needs further action',
};

interface StatusWords {
  category: Category;
  label: string;
  meaning: string;
}

export const STATUS_WORDS: Record<Status, StatusWords> = {
  not_updated: { category: 'progress', label: 'Not updated', meaning: 'Sent; nobody has acted yet' },
  needs_client_action: { category: 'progress', label: 'Needs client action', meaning: 'The Seeker has to do something first' },
  pending: { category: 'progress', label: 'Pending', meaning: 'The Program is working on it' },
  eligible: { category: 'progress', label: 'Eligible', meaning: 'Qualifies, not served yet' },
  referred_elsewhere: { category: 'progress', label: 'Referred elsewhere', meaning: 'Passed on to another program' },
  got_help: { category: 'help', label: 'Got help', meaning: 'The need was served' },
  couldnt_contact: { category: 'action', label: 'Couldn’t contact', meaning: 'The Program could not reach the Seeker' },
  not_eligible: { category: 'action', label: 'Not eligible', meaning: 'Does not qualify for this Program' },
  no_capacity: { category: 'action', label: 'No capacity', meaning: 'The Program is full' },
  couldnt_get_help: { category: 'action', label: 'Couldn’t get help', meaning: 'Not helped, for any other reason' },
  no_longer_interested: { category: 'action', label: 'No longer interested', meaning: 'The Seeker does not want it any more' },
};

/** What a Seeker may say, in plain words, and the status each means (R4). */
export const SEEKER_CHOICES = [
  { status: 'got_help', words: 'I got help' },
  { status: 'pending', words: 'I’m still waiting' },
  { status: 'not_eligible', words: 'They told me I don’t qualify' },
  { status: 'no_capacity', words: 'They were full' },
  { status: 'couldnt_get_help', words: 'I couldn’t get help' },
  { status: 'no_longer_interested', words: 'I don’t need this any more' },
] as const satisfies readonly { status: Status; words: string }[];

/** How a status reads to the Seeker it is about (R25). */
export const SEEKER_WORDS: Record<Status, string> = {
  not_updated: 'No answer yet.',
  needs_client_action: 'They need something from you first.',
  pending: 'They are working on it.',
  eligible: 'You qualify. You have not been helped yet.',
  referred_elsewhere: 'They sent you to another program.',
  got_help: 'You got help.',
  couldnt_contact: 'They could not reach you.',
  not_eligible: 'They said you don’t qualify.',
  no_capacity: 'They were full.',
  couldnt_get_help: 'You could not get help here.',
  no_longer_interested: 'You don’t need this any more.',
};

/** Asked for where none was chosen; and of a Seeker, in their own words. */
export const CHOOSE_STATUS = 'Choose a status';
export const CHOOSE_PLAINLY = 'Choose what happened';

export function categoryOf(status: Status): Category {
  return STATUS_WORDS[status].category;
}

export function labelOf(status: Status): string {
  return STATUS_WORDS[status].label;
}

/** The loop is closed by these two only; other answers leave it open (R4). */
export function closesLoop(status: Status): boolean {
  return status === 'got_help' || status === 'no_longer_interested';
}

/** No help there: there may be some elsewhere. */
export function isRefused(status: Status): boolean {
  return categoryOf(status) === 'action' && !closesLoop(status);
}

export function statusesIn(category: Category): Status[] {
  return STATUSES.filter((status) => STATUS_WORDS[status].category === category);
}
