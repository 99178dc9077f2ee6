import { at, pressed, type Shown } from './open.ts';

const program = ({ cast }: { cast: { program: { id: string } } }): string => cast.program.id;

/** What anybody reads, and Seekers: these pages are there in Arabic, too (U-33). */
export const SEEKERS_PAGES: readonly Shown[] = [
  at(null, 'login', '/login'),
  at(null, 'signup', '/signup'),
  at(null, 'password-forgot', '/password/forgot'),
  at(null, 'programs', '/programs'),
  at(null, 'programs-none', '/programs?q=zebra'),
  at(null, 'program', (world) => `/programs/${program(world)}`),
  at(null, 'connect', (world) => `/programs/${program(world)}/connect`),
  pressed(
    'seeker',
    'connect-errors',
    (world) => `/programs/${program(world)}/connect`,
    () => ({ email: 'ana@' }),
  ),
  at('seeker', 'for-me', '/for-me'),
  at('stranger', 'for-me-none', '/for-me'),
  at(null, 'status-link', ({ linkPath }) => linkPath),
  at(null, 'status-link-dead', '/l/nothing-like-a-token-of-ours', 404),
];

export const WORK_PAGES: readonly Shown[] = [
  at(null, 'landing', '/'),
  at(null, 'nowhere', '/nowhere', 404),
  at(null, 'login-link', '/login/link'),
  at(null, 'link-dead', '/password/reset', 404),
  at(null, 'claim-signed-out', (world) => `/programs/${program(world)}/claim`),
  at(null, 'invitation', ({ invitationPath }) => invitationPath),
  at('seeker', 'referral-own', ({ answered }) => `/referrals/${answered}`),
  at('navigator', 'people', '/people'),
  at('stranger', 'people-none', '/people'),
  at('navigator', 'profile', ({ seekerId }) => `/people/${seekerId}`),
  at('navigator', 'profile-edit', ({ seekerId }) => `/people/${seekerId}/edit`),
  pressed(
    'navigator',
    'profile-edit-errors',
    ({ seekerId }) => `/people/${seekerId}/edit`,
    () => ({ version: '1' }),
  ),
  at('navigator', 'goal', ({ seekerId, goalId }) => `/people/${seekerId}/goals/${goalId}`),
  at('navigator', 'goal-edit', ({ seekerId, goalId }) => `/people/${seekerId}/goals/${goalId}/edit`),
  at('navigator', 'referral', ({ answered }) => `/referrals/${answered}`),
  at('navigator', 'withdraw', ({ answered }) => `/referrals/${answered}/withdraw`),
  pressed(
    'navigator',
    'withdraw-errors',
    ({ fresh }) => `/referrals/${fresh}/withdraw`,
    () => ({ version: '1' }),
  ),
  at('navigator', 'refer-a-person', (world) => `/programs/${program(world)}/connect?seeker=${world.seekerId}`),
  at('stranger', 'claim', (world) => `/programs/${program(world)}/claim`),
  at('claimer', 'inbound', (world) => `/inbound/${program(world)}`),
  pressed(
    'claimer',
    'bulk',
    (world) => `/inbound/${program(world)}/bulk`,
    ({ fresh }) => ({ pick: `${fresh}.1`, to: 'got_help' }),
    200,
  ),
  at('claimer', 'inbound-add', (world) => `/inbound/${program(world)}/add`),
  at('claimer', 'referral-inbound', ({ answered }) => `/referrals/${answered}`),
  pressed(
    'claimer',
    'conflict',
    ({ answered }) => `/referrals/${answered}/status`,
    () => ({ status: 'got_help', version: '1' }),
    409,
  ),
  at('claimer', 'forward', ({ answered }) => `/referrals/${answered}/forward`),
  at('claimer', 'settings-program', (world) => `/settings/programs/${program(world)}`),
  at('claimer', 'remove-claimer', (world) => `/settings/programs/${program(world)}/members/${world.cast.both.id}/remove`),
  at('navigator', 'settings-account', '/settings/account'),
  at('navigator', 'settings-notifications', '/settings/account/notifications'),
  at('navigator', 'settings-password', '/settings/account/password'),
  at('navigator', 'settings-email', '/settings/account/email'),
  at('admin', 'settings-site', ({ cast }) => `/settings/site/${cast.siteId}`),
  at('admin', 'settings-group', ({ cast }) => `/settings/groups/${cast.familyNavigation}`),
  at('admin', 'deactivate', ({ cast }) => `/settings/site/${cast.siteId}/workers/${cast.colleague.id}/deactivate`),
  at('admin', 'settings-claims', '/settings/claims'),
  at('admin', 'settings-claim', ({ claimId }) => `/settings/claims/${claimId}`),
  at('admin', 'looks-site', ({ cast }) => `/settings/site/${cast.siteId}/looks`),
  at('admin', 'looks-seeker', ({ seekerId }) => `/people/${seekerId}/looks`),
];

export const PAGES: readonly Shown[] = [...SEEKERS_PAGES, ...WORK_PAGES];
