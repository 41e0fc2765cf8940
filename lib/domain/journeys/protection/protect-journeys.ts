import type { RuleSet } from '@/lib/domain/disclosure/rule-set';
import type { JourneyStore } from '@/lib/domain/journeys/journey-store';
import type { ShapeCube } from '@/lib/domain/journeys/shape-cube';
import type { ProtectedCube, ProtectedJourneys } from './protected-journeys';
import { publish } from './published-code';

/** Each cell by its rule, on its own. */
const byTheRule = ({ counts, ...labels }: ShapeCube, ruleSet: RuleSet): ProtectedCube => {
  const published = new Int32Array(counts.length);
  for (let i = 0; i < counts.length; i += 1) published[i] = publish(counts[i] ?? 0, ruleSet);
  return { ...labels, published };
};

/** All tables of a cohort, protected together. Doesn't depend on the order of the cohort's records. */
export const protectJourneys = (store: JourneyStore, ruleSet: RuleSet): ProtectedJourneys => ({
  kind: 'protected_journeys',
  ruleSet: ruleSet.id,
  cubes: new Map([...store.cubes].map(([id, cube]) => [id, byTheRule(cube, ruleSet)])),
  tooLarge: store.tooLarge,
});
