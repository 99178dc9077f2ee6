/** How a Seeker wants to be reached, in the order forms offer it (R23). */
export const CONTACT_PREFERENCES = ['text', 'phone', 'email', 'dont_reach_out'] as const;

export type ContactPreference = (typeof CONTACT_PREFERENCES)[number];

export const PREFERENCE_LABELS: Record<ContactPreference, string> = {
  text: 'Text',
  phone: 'Phone',
  email: 'Email',
  dont_reach_out: 'Don’t reach out',
};

/** "Don't reach out" counts wherever it was said, on the form or in the profile (R14). */
export function stricterPreference(shared: ContactPreference, profile: ContactPreference): ContactPreference {
  return profile === 'dont_reach_out' ? profile : shared;
}
