import { countCheck, denominatorCheck, finiteCheck, firstReason } from './input-checks';
import { computed, type Outcome, refused } from './outcome';

/**
 * Share of advertised posts that were accepted. Above 1 where posts were added late.
 *
 * Domain: counts, `accepts` 0 or more, `posts` above 0. Refuses `not_finite`, `no_denominator`, `negative_events`,
 * `out_of_range`.
 * Source: NHS England, specialty recruitment fill rates: accepts ÷ posts.
 */
export const fillRate = (accepts: number, posts: number): Outcome<{ fillRate: number }> => {
  const reason = firstReason(finiteCheck([accepts, posts]), denominatorCheck([posts]), countCheck([accepts]));
  return reason ? refused(reason) : computed({ fillRate: accepts / posts });
};
