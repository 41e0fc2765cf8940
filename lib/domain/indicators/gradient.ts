import { type FigureInput, figureValue, latestRecent } from './figure-input';
import { fixedText } from './number-text';

export const GP_SUPPLY = 'gp-fte-per-10k';

/**
 * Above this many fully qualified GP FTE per 10,000 patients (fewer than 670 patients a GP, three and a half times the
 * England average of 4.3 in 2024) a group rests on a handful of practices or on a fault in the source: it is shown, but
 * no difference is drawn from it.
 */
export const IMPLAUSIBLE_GP_FTE_PER_10K = 15;

/** Groups from the most deprived end; some boards have merged groups. */
const MOST_DEPRIVED = ['fifth-1', 'fifths-1-2', 'fifths-1-3'] as const;
const LEAST_DEPRIVED = ['fifth-5', 'fifths-4-5', 'fifths-3-5'] as const;

const GROUP_WORDS: Record<string, string> = {
  'fifth-1': 'most deprived fifth',
  'fifths-1-2': 'most deprived two fifths',
  'fifths-1-3': 'most deprived three fifths',
  'fifth-2': 'second most deprived fifth',
  'fifth-3': 'middle fifth',
  'fifth-4': 'second least deprived fifth',
  'fifth-5': 'least deprived fifth',
  'fifths-4-5': 'least deprived two fifths',
  'fifths-3-5': 'least deprived three fifths',
};

/** The group in words: `most deprived two fifths`. */
export const deprivationGroupWords = (breakdown: string): string => GROUP_WORDS[breakdown] ?? breakdown;

export interface Gradient<F extends FigureInput> {
  readonly kind: 'gradient';
  readonly mostDeprived: F;
  readonly leastDeprived: F;
  /** Most deprived minus least deprived, in GP FTE per 10,000 patients. Negative: fewer GPs where deprivation is greatest. */
  readonly absoluteDifference: number;
  /** The same difference as a share of the least deprived end: -0.2 is 20 % fewer. */
  readonly relativeDifference: number;
  readonly sentence: string;
}

export type GradientResult<F extends FigureInput> = Gradient<F> | { readonly kind: 'none'; readonly reason: string };

const endOf = <F extends FigureInput>(figures: readonly F[], groups: readonly string[]): F | undefined =>
  groups
    .map((breakdown) => latestRecent(figures, { indicatorId: GP_SUPPLY, breakdown }))
    .find((figure) => figure !== undefined);

const sentenceFor = (most: FigureInput, least: FigureInput, mostValue: number, leastValue: number): string =>
  `Practices serving the ${deprivationGroupWords(most.breakdown)} have ${fixedText(mostValue, 2)} fully qualified GPs (FTE) ` +
  `per 10,000 patients, against ${fixedText(leastValue, 2)} in the ${deprivationGroupWords(least.breakdown)} (${most.period.label}).`;

/**
 * GP supply by practice deprivation for one area: its two end groups, with their absolute (FTE per 10,000 patients) and
 * relative difference. Only recent figures of one period; merged groups stand in for an end that isn't there. The source
 * gives no counts, so there is no interval and no test. Source: Health Equity Evidence Centre, from NHS England's
 * general practice workforce.
 */
export const gpSupplyGradient = <F extends FigureInput>(figures: readonly F[]): GradientResult<F> => {
  const mostDeprived = endOf(figures, MOST_DEPRIVED);
  const leastDeprived = endOf(figures, LEAST_DEPRIVED);
  const most = figureValue(mostDeprived);
  const least = figureValue(leastDeprived);
  if (!mostDeprived || !leastDeprived || most === null || least === null) {
    return {
      kind: 'none',
      reason: 'GPs per patient by practice deprivation are not loaded for both ends, or are too old.',
    };
  }
  if (mostDeprived.period.end !== leastDeprived.period.end) {
    return { kind: 'none', reason: 'The two ends are for different periods.' };
  }
  if (Math.max(most, least) > IMPLAUSIBLE_GP_FTE_PER_10K || least <= 0) {
    return {
      kind: 'none',
      reason: 'One end group is too small or implausible in the source, so no difference is drawn.',
    };
  }
  return {
    kind: 'gradient',
    mostDeprived,
    leastDeprived,
    absoluteDifference: most - least,
    relativeDifference: most / least - 1,
    sentence: sentenceFor(mostDeprived, leastDeprived, most, least),
  };
};
