/** What the scripts say, in English. */
export const words = {
  live: 'Live',
  reconnecting: (what, time) => `Reconnecting. ${what} as of ${time}`,
  list: 'List',
  page: 'Page',
  signedOut: 'You are signed out. What you typed is still here.',
  signIn: 'Sign in',
  sessionEnds: (minutes) => `You will be signed out in ${minutes === 1 ? '1 minute' : `${minutes} minutes`}.`,
  stay: 'Stay signed in',
  fresh: 'Updated just now',
  saved: 'Saved.',
  showNew: (count, of) => `Show ${counted(count, of, 'new ')}`,
  since: (time) => ` since ${time}`,
  changedBy: (who, status) => (status ? `${who} changed this to ${status} just now.` : `${who} changed this just now.`),
  changed: (status) => (status ? `This was changed to ${status} just now.` : 'This was changed just now.'),
  saidChanged: (count, status, of) => (count === 1 && status ? `1 referral changed to ${status}.` : `${counted(count, of)} changed.`),
  saidNew: (count, of) => `${counted(count, of, 'new ')}.`,
  selected: (count) => `${count} selected`,
  review: (count) => (count === 1 ? 'Review 1 change' : `Review ${count} changes`),
  sending: 'Sending',
  show: 'Show',
  hide: 'Hide',
};

/** "1 new referral", "3 people". */
function counted(count, of = 'referral', kind = '') {
  const many = { referral: 'referrals', person: 'people' };
  return `${count} ${kind}${count === 1 ? of : many[of]}`;
}
