import { countCheck, finiteCheck, firstReason } from './input-checks';
import { computed, type Outcome, refused } from './outcome';

/**
 * Vacancies in FTE and as a share of establishment. Both are negative where more are in post than established: the sign
 * is kept. `vacancyRate` is null at an establishment of 0.
 *
 * Domain: FTE, 0 or more. Refuses `not_finite`, `negative_events`, `out_of_range`.
 * Source: NHS England, NHS vacancy statistics: (establishment − in post) ÷ establishment.
 */
export const vacancyRate = (
  establishmentFte: number,
  inPostFte: number,
): Outcome<{ vacancyFte: number; vacancyRate: number | null }> => {
  const reason = firstReason(finiteCheck([establishmentFte, inPostFte]), countCheck([establishmentFte, inPostFte]));
  if (reason) return refused(reason);
  const vacancyFte = establishmentFte - inPostFte;
  return computed({ vacancyFte, vacancyRate: establishmentFte === 0 ? null : vacancyFte / establishmentFte });
};
