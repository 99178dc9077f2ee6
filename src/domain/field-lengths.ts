/** How long what people write may be, in the fields they write it in and in the forms that are read. */

/** A name of somebody with an account. */
export const NAME_MAX = 80;
/** A name on a Seeker's profile, as somebody else may write it. */
export const SEEKER_NAME_MAX = 100;
export const GROUP_NAME_MAX = 80;
export const PHONE_MAX = 40;
/** As long as an address can be. */
export const EMAIL_MAX = 254;
/** Longer than any password one may choose: what is typed is compared, never cut off (S-02). */
export const PASSWORD_FIELD_MAX = 512;
/** Why a status was set, or a referral withdrawn. */
export const REASON_MAX = 280;
