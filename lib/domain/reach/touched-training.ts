import type { PathwayLever } from '@/lib/domain/levers/pathway-lever';
import { SPECIALTY_GROUPS, type SpecialtyGroup } from '@/lib/domain/pathway/specialty-group';
import type { PathwayScenario } from '@/lib/domain/pathway-scenario/pathway-scenario';
import { TRAINING_STAGES, type TrainingStage } from './equality-parts';

/** Where, at which stages and in which specialty groups a scenario acts. */
export interface Touched {
  readonly regionCodes: readonly string[];
  readonly stages: readonly TrainingStage[];
  /** Empty where no specialty group is told apart. */
  readonly groups: readonly SpecialtyGroup[];
}

type Offers = PathwayScenario['offers'];

const isFoundation = (node: Offers[number]['nodes'][number]): boolean => node === 'foundation';

/** An offer of foundation posts alone touches no specialty group; one without a group touches every group its lever is for. */
const groupsOf = (offer: Offers[number], levers: readonly PathwayLever[]): readonly SpecialtyGroup[] => {
  if (offer.nodes.every(isFoundation)) return [];
  if (offer.group !== null) return [offer.group];
  return levers.find(({ id }) => id === offer.leverId)?.groups ?? SPECIALTY_GROUPS;
};

/** What a scenario of the pathway touches, by its offers; an offer after CCT acts on those who train there. */
export function touchedBy({ offers }: Pick<PathwayScenario, 'offers'>, levers: readonly PathwayLever[]): Touched {
  const groups = new Set(offers.flatMap((offer) => groupsOf(offer, levers)));
  const stages = new Set<TrainingStage>(
    offers.flatMap(({ nodes }) =>
      nodes.length === 0
        ? ['specialty' as const]
        : nodes.map((node) => (isFoundation(node) ? 'foundation' : 'specialty')),
    ),
  );
  return {
    regionCodes: [...new Set(offers.map(({ regionCode }) => regionCode))],
    stages: TRAINING_STAGES.filter((stage) => stages.has(stage)),
    groups: SPECIALTY_GROUPS.filter((group) => groups.has(group)),
  };
}

/** One recruitment round is of all specialties of a region together. */
export const touchedByRound = (regionCode: string): Touched => ({
  regionCodes: [regionCode],
  stages: ['specialty'],
  groups: [],
});
