import { z } from 'zod';

const RELOAD = 'Reload the page and try again';
/** What the database can hold. */
const MOST = 2_147_483_647;

/** The version of what a form was filled in from. attack: coercion would make a number of a list, and of `true` (S-51). */
export const formVersion = z
  .union(
    [
      z.number(),
      z
        .string()
        .regex(/^\d{1,10}$/)
        .transform(Number),
    ],
    { error: RELOAD },
  )
  .refine((value) => Number.isInteger(value) && value >= 1 && value <= MOST, RELOAD);
