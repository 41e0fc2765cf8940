import type { Actor } from './recommendation';

/** Roles that act on recommendations; `commissioner_national` is a commissioner whose scope is a country. */
export type ActingRole = 'deanery' | 'school' | 'commissioner' | 'commissioner_national';

/**
 * `yours`: the role is one of the actors. `with_others`: someone it works with locally can act. `not_in_your_gift`: only
 * national bodies, or researchers, can.
 */
export type Gift = 'yours' | 'with_others' | 'not_in_your_gift';

const OWN_ACTORS: Record<ActingRole, readonly Actor[]> = {
  deanery: ['deanery', 'tpd', 'gp_school'],
  school: ['medical_school'],
  commissioner: ['icb'],
  commissioner_national: ['icb', 'national'],
};

const BEYOND_REACH: ReadonlySet<Actor> = new Set(['national', 'ukfpo', 'researchers']);

/** Whether a recommendation is in a role's gift, from who can act on it. */
export const giftFor = (actors: readonly Actor[], role: ActingRole): Gift => {
  if (actors.some((actor) => OWN_ACTORS[role].includes(actor))) return 'yours';
  return actors.every((actor) => BEYOND_REACH.has(actor)) ? 'not_in_your_gift' : 'with_others';
};
