import { z } from 'zod';
import type { ConfidenceLevel } from '@/lib/domain/statistics/confidence-level';
import { type DeprivationGroup, inequalityGradient } from '@/lib/domain/statistics/inequality-gradient';
import type { Adapter } from '@/lib/testing/oracles/oracle-set';
import { numbers } from './input-shapes';

const Input = z.object({
  quantile: numbers,
  population: numbers,
  value: numbers,
  lower95: numbers,
  upper95: numbers,
  se: numbers.optional(),
  value_type: z.literal([0, 1, 2]),
  transform: z.boolean(),
  multiplier: z.number(),
});
type Input = z.infer<typeof Input>;

const VALUE_TYPES = { 0: 'other', 1: 'rate', 2: 'proportion' } as const;

/** Most deprived quantile first. */
const groupsOf = ({ quantile, population, value, lower95, upper95, se }: Input): readonly DeprivationGroup[] => {
  const order = quantile.map((_, i) => i).sort((a, b) => (quantile[a] ?? 0) - (quantile[b] ?? 0));
  const at = (column: readonly number[], i: number): number => column[i] ?? Number.NaN;
  return order.map((i) => {
    const group = { population: at(population, i), value: at(value, i) };
    return se ? { ...group, standardError: at(se, i) } : { ...group, lower95: at(lower95, i), upper95: at(upper95, i) };
  });
};

const gradientAt = (input: Input, level: ConfidenceLevel) => {
  const { transform, multiplier, value_type } = input;
  const valueType = VALUE_TYPES[value_type];
  const result = inequalityGradient({ groups: groupsOf(input), valueType, transform, multiplier, level });
  return result.kind === 'computed' ? result : null;
};

const NINETY_NINE = ['up_rec21'];
const NINETY_EIGHT = ['up_rec466', 'up_rec476'];
const SECOND_NINETY_EIGHT = ['up_rec376', 'up_rec486', 'up_rec496'];

/** The levels of the limits ending in `_1` and `_2`. Those of six cases were recovered by simulation. */
const levelsOf = (id: string): readonly [ConfidenceLevel, ConfidenceLevel] => {
  if (NINETY_NINE.includes(id)) return [0.99, 0.99];
  if (NINETY_EIGHT.includes(id)) return [0.98, 0.99];
  return [0.95, SECOND_NINETY_EIGHT.includes(id) ? 0.98 : 0.99];
};

/** The set's simulated limits (`mc_`) are met by the closed form, within the tolerance of the simulation. */
export const pheSiiRii: Adapter = (raw, { id }) => {
  const input = Input.parse(raw);
  const [first, second] = levelsOf(id);
  const at95 = gradientAt(input, 0.95);
  const one = gradientAt(input, first);
  const two = gradientAt(input, second);
  return {
    sii: at95?.slopeIndex,
    rii: at95?.relativeIndex,
    intercept: at95?.intercept,
    exact_sii_lower95: at95?.slopeInterval.lower,
    exact_sii_upper95: at95?.slopeInterval.upper,
    mc_sii_lower95: at95?.slopeInterval.lower,
    mc_sii_upper95: at95?.slopeInterval.upper,
    mc_rii_lower95: at95?.relativeInterval?.lower,
    mc_rii_upper95: at95?.relativeInterval?.upper,
    mc_sii_lowercl_1: one?.slopeInterval.lower,
    mc_sii_uppercl_1: one?.slopeInterval.upper,
    mc_rii_lowercl_1: one?.relativeInterval?.lower,
    mc_rii_uppercl_1: one?.relativeInterval?.upper,
    mc_sii_lowercl_2: two?.slopeInterval.lower,
    mc_sii_uppercl_2: two?.slopeInterval.upper,
    mc_rii_lowercl_2: two?.relativeInterval?.lower,
    mc_rii_uppercl_2: two?.relativeInterval?.upper,
  };
};
