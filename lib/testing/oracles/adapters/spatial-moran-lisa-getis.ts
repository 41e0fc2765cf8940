import { z } from 'zod';
import { type LocalQuadrant, spatialAssociation } from '@/lib/domain/statistics/spatial-association';
import type { Adapter } from '@/lib/testing/oracles/oracle-set';
import { answerOf, fromZero, neighbours, numbers } from './input-shapes';

const Input = z.object({
  neighbours_1based: neighbours,
  weights: z.literal('row-standardised'),
  values: numbers,
});

const WORDS = { high: 'High', low: 'Low' } as const;

const quadrantWord = ({ own, around }: LocalQuadrant): string => `${WORDS[own]}-${WORDS[around]}`;

export const spatialMoranLisaGetis: Adapter = (raw) => {
  const { neighbours_1based, values } = Input.parse(raw);
  return answerOf(spatialAssociation(values, fromZero(neighbours_1based)), (result) => ({
    I: result.moranI,
    E_I: result.expected,
    Var_I_randomisation: result.variance,
    z: result.z,
    p_one_sided: result.p,
    geary_C: result.gearyC,
    local_I: result.localI,
    getis_ord_Gstar_z: result.gStar,
    quadrant: result.quadrants.map(quadrantWord),
  }));
};
