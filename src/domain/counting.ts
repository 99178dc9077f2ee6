/**
 * Lists and badges count up to here. Nobody works by the exact number of so many, and to count them would make a page slower
 * with every referral (ADR 0081). A count beyond it means "more than this".
 */
export const COUNT_LIMIT = 500;

/** "34", or "500+" for a count beyond the limit. */
export function countText(count: number, limit = COUNT_LIMIT): string {
  return count > limit ? `${limit.toLocaleString('en-US')}+` : count.toLocaleString('en-US');
}
