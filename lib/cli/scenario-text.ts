import type { PathwayModelled } from '@/lib/contracts/pathway-result';
import { hasNoCeiling, PLACES_NOT_LIMITED } from '@/lib/domain/pathway-scenario/place-limit';
import { costPerWords, costWords, pathwaySentence } from '@/lib/format/pathway-words';

const costLines = (result: PathwayModelled): string[] => {
  const { scenario, summary, costKnown } = result;
  if (scenario.offers.length === 0) return [];
  const { costGbp, costPerAdditionalCctFteGbp } = summary.totals;
  return [
    `Whole cost, discounted at 3.5%: ${costWords(costGbp, costKnown)}.`,
    `Cost for each CCT-FTE more: ${costPerWords(costPerAdditionalCctFteGbp, result)}.`,
  ];
};

/** A run in the words of the screen: never the gain without who loses, nor without what it costs. */
export const scenarioText = (result: PathwayModelled): string => {
  const { receipt, scenario, notes, regime } = result;
  return [
    ...(hasNoCeiling(scenario) ? [PLACES_NOT_LIMITED] : []),
    pathwaySentence(result, scenario.offers[0]?.regionCode ?? scenario.country),
    ...costLines(result),
    regime,
    ...notes.filter((note) => note !== PLACES_NOT_LIMITED).map((note) => `note: ${note}`),
    `run ${receipt.id}, ${receipt.draws} draws, ${receipt.engineVersion}, data ${receipt.dataHash.slice(0, 12)}, seed ${receipt.seed}`,
  ].join('\n');
};
