import type { FittedModel } from '@/lib/domain/journey-models/fitted-model';
import { statedCoefficient } from './stated-coefficient';

/** Fitted to true counts: a slope is rounded, its limits outwards, before it is put into words, so that one person more or fewer doesn't turn them. */
export const statedSlopes = (bySchool: NonNullable<FittedModel['bySchool']>): NonNullable<FittedModel['bySchool']> => ({
  ...bySchool,
  slopes: bySchool.slopes.map((slopes) => ({
    ...slopes,
    average: slopes.average && { ...slopes.average, ...statedCoefficient(slopes.average) },
    schools: slopes.schools.map((one) => ({
      ...one,
      shown: one.shown && { ...one.shown, ...statedCoefficient(one.shown) },
    })),
  })),
});
