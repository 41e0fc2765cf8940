import { type MovementFit, pullDistribution } from '@/lib/domain/choice/fit-movements';
import { quantileOf } from '@/lib/domain/levers/distribution';
import { LEVER_PARAMETERS } from '@/lib/domain/levers/lever-parameters';
import type { DrawnParameters } from '@/lib/domain/pathway/engine/pathway-option';
import type { LatinHypercube } from '@/lib/domain/statistics/latin-hypercube';
import { drawParameters } from '@/lib/domain/uncertainty/draw-parameters';
import { RATE_PARAMETERS, type RateParameterId } from './rate-parameters';

/** Every parameter has a value in a draw, but λ of a plain logit, which is 1. */
export type DrawnRates = Required<Omit<DrawnParameters, 'nestDissimilarity'>> &
  Pick<DrawnParameters, 'nestDissimilarity'>;

export interface RateSetting {
  readonly sampler: LatinHypercube;
  readonly choice: 'plain' | 'nested';
  readonly movements: MovementFit;
}

/** Ratio of hazards of two annual probabilities. */
const hazardRatioOf = (probability: number, central: number): number => Math.log1p(-probability) / Math.log1p(-central);

/** λ lies above 0 up to 1; a normal draw around it may not. */
const LEAST_DISSIMILARITY = 0.05;

/**
 * The baseline’s parameters in one draw. Stay constant, distance and nest are drawn around what loaded movements gave; where
 * none are loaded, from the evidence, wider and marked so.
 * @throws RangeError where the draw doesn’t exist.
 */
export const drawRates = ({ sampler, choice, movements }: RateSetting, draw: number): DrawnRates => {
  const drawn = drawParameters((id: RateParameterId) => RATE_PARAMETERS[id].distribution, sampler, draw);
  const factorOf = (id: RateParameterId): number => hazardRatioOf(drawn(id), RATE_PARAMETERS[id].value);
  const fit = movements.kind === 'fitted' ? movements : null;
  const pull = (
    id: 'stay_constant' | 'distance_per_100km',
    fitted: Parameters<typeof pullDistribution>[0] | undefined,
  ) =>
    fitted && fitted.standardError > 0 ? quantileOf(pullDistribution(fitted), sampler.at(id, draw)) : fitted?.estimate;
  const nest = (): number => {
    if (fit?.nest.kind !== 'fitted') return drawn('nest_dissimilarity');
    const { dissimilarity, standardError } = fit.nest;
    const at = quantileOf(
      { dist: 'normal', mean: dissimilarity, sd: standardError },
      sampler.at('nest_dissimilarity', draw),
    );
    return Math.min(1, Math.max(LEAST_DISSIMILARITY, at));
  };
  return {
    stayConstant: pull('stay_constant', fit?.stayConstant) ?? drawn('stay_constant'),
    distancePer100Km: pull('distance_per_100km', fit?.distancePer100Km) ?? drawn('distance_per_100km'),
    stayPerYear: drawn('stay_per_year'),
    ...(choice === 'nested' ? { nestDissimilarity: nest() } : {}),
    ltftHazardRatio: quantileOf(LEVER_PARAMETERS.hr_ltft.distribution, sampler.at('hr_ltft', draw)),
    deprivationHazardRatio: drawn('hr_imd_q5_vs_q1'),
    attritionFactor: factorOf('train_attrition'),
    gapLeavingFactor: factorOf('gap_leaving'),
    careerLeavingFactor: factorOf('consultant_leaving'),
  };
};
