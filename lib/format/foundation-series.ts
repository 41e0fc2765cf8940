import type { PathwaySummary } from '@/lib/domain/pathway/outputs/pathway-summary';
import type { PathwayScenario } from '@/lib/domain/pathway-scenario/pathway-scenario';
import { areaSeries, gainsByArea } from './pathway-series';

type Run = {
  readonly scenario: Pick<PathwayScenario, 'offers'>;
  readonly summary: PathwaySummary;
  readonly regions: readonly { readonly code: string; readonly name: string }[];
};

/** The first region that something is offered in at F1. */
const foundationTarget = ({ offers }: Run['scenario']): string | null =>
  offers.find(({ nodes }) => nodes.includes('foundation'))?.regionCode ?? null;

export const offersFoundation = (scenario: Run['scenario']): boolean => foundationTarget(scenario) !== null;

/** Change of foundation posts filled, by area; null where no offer is for F1, or the run is from before they were kept. */
export function foundationGains({ scenario, summary, regions }: Run) {
  const code = foundationTarget(scenario);
  if (code === null || areaSeries(summary, code, 'foundationFilled').length === 0) return null;
  const name = regions.find((region) => region.code === code)?.name ?? code;
  return { code, name, ...gainsByArea({ summary, regions }, code, 'foundationFilled') };
}
