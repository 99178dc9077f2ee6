import { loadUserActor } from '../../accounts/user.store.ts';
import { digestNews } from '../digest-content.store.ts';
import { accountMail } from './account-mail.ts';
import { dailyDigest } from './digest.words.ts';
import type { MailWriter } from './write-mail.ts';

/** The daily digest: for each referral with news its Program, when, and where to read it, which asks to sign in. */
export const digestMail: MailWriter = async (parts, email) => {
  const to = await accountMail(parts, email);
  if ('unwanted' in to) return to;
  if (to.account.notifications === 'never') return { unwanted: 'setting_changed' };
  const reader = await loadUserActor(parts.db, to.userId);
  const news = reader ? await digestNews(parts.db, reader, email.id) : [];
  // Who lost access since the news, or asked not to be reached, leaves nothing to tell.
  if (news.length === 0) return { unwanted: 'no_longer_needed' };
  const { publicUrl } = parts.config;
  return {
    ...to,
    about: 'referral',
    message: dailyDigest(news.length),
    url: publicUrl,
    until: null,
    stop: 'settings',
    news: news.map(({ referralId, programName, at }) => ({ program: programName, at, url: `${publicUrl}/referrals/${referralId}` })),
  };
};
