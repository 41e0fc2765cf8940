import type { Offer } from '@/lib/domain/levers/offers/offer';
import { bandOf } from '@/lib/domain/pathway/band';
import type { Band } from '@/lib/domain/pathway/round';
import type { Evaluate } from './draw-outcomes';

/** What a run's levers add each alone, and what they do together beyond that. Posts filled more over the run. */
export interface Waterfall {
  readonly kind: 'waterfall';
  readonly draws: number;
  readonly steps: readonly { readonly leverId: string; readonly change: Band }[];
  /** Whole less the sum of each alone, in the same draw: so that means add up exactly. */
  readonly interaction: Band;
  readonly whole: Band;
}

/** One lever alone is the whole run: there is nothing to take apart. */
export const LEAST_LEVERS = 2;

/**
 * Each lever run alone against nothing, on the draws of the whole run; where it is offered in several regions, in all of them.
 * In every draw the steps and the interaction add up to the whole.
 */
export const waterfall = async (
  offers: readonly Offer[],
  evaluate: Evaluate,
  onProgress: (done: number, total: number) => void = () => {},
): Promise<Waterfall> => {
  const levers = [...new Set(offers.map(({ leverId }) => leverId))];
  let done = 0;
  const extraOf = async (some: readonly Offer[]): Promise<readonly number[]> => {
    const { extraPosts } = await evaluate(some);
    done += 1;
    onProgress(done, levers.length + 1);
    return extraPosts;
  };
  const whole = await extraOf(offers);
  const alone = await Promise.all(
    levers.map((leverId) => extraOf(offers.filter((offer) => offer.leverId === leverId))),
  );
  const interaction = whole.map((posts, draw) => posts - alone.reduce((sum, one) => sum + (one[draw] ?? 0), 0));
  return {
    kind: 'waterfall',
    draws: whole.length,
    steps: levers.map((leverId, at) => ({ leverId, change: bandOf(alone[at] ?? []) })),
    interaction: bandOf(interaction),
    whole: bandOf(whole),
  };
};
