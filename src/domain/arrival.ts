/** How somebody came whom a Program writes down itself (R20). */
export const ARRIVALS = ['walk_in', 'phone_call', 'other'] as const;

export type Arrival = (typeof ARRIVALS)[number];

/** As forms offer it and history keeps it. */
export const ARRIVAL_LABELS: Record<Arrival, string> = {
  walk_in: 'Walk-in',
  phone_call: 'Phone call',
  other: 'Another way',
};
