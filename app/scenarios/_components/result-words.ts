import type { Band, RoundResult, ScenarioInputs } from '@/lib/contracts/scenario';
import type { Lever } from '@/lib/domain/levers/lever';
import { formatGbpShort, formatNumber } from '@/lib/format/number';
import { chanceRange, formatPosts } from '@/lib/format/round-words';
import { listInWords } from '@/lib/format/words';

const posts = formatPosts;

export const postsBand = ({ median, lower80, upper80 }: Band): string =>
  `${posts(median)} (80% interval ${posts(lower80)} to ${posts(upper80)})`;

export const poundsInterval = ({ lower80, upper80 }: Band): string =>
  `80% interval ${formatGbpShort(lower80)} to ${formatGbpShort(upper80)}`;

export const poundsBand = ({ median, lower80, upper80 }: Band): string =>
  `${formatGbpShort(median)} (80% interval ${formatGbpShort(lower80)} to ${formatGbpShort(upper80)})`;

const names = (inputs: ScenarioInputs, levers: readonly Lever[]): string =>
  listInWords(
    inputs.levers.map(({ leverId }) => (levers.find(({ id }) => id === leverId)?.name ?? leverId).toLowerCase()),
  );

/** The result in one or two sentences: both readings, never one alone. */
export function resultSentence(
  inputs: ScenarioInputs,
  result: RoundResult,
  levers: readonly Lever[],
  areaName: string,
): string {
  if (result.atCeiling) {
    return `Every ${inputs.level} post of ${areaName} is filled, so no offer can fill more: it would only change who comes.`;
  }
  if (inputs.levers.length === 0) {
    return `No offer is switched on, so nothing changes: ${formatNumber(result.filledBefore)} of ${formatNumber(result.posts)} posts are filled.`;
  }
  const { extraFilled, fillOdds } = result;
  return `With ${names(inputs, levers)}, ${areaName} may fill ${postsBand(extraFilled)} more of its ${formatNumber(result.posts)} ${inputs.level} posts as a choice between places, ${postsBand(fillOdds.extraFilled)} read as odds of fill; the chance of at least one more is ${chanceRange(result.fillOdds.chanceOfOneExtraPost, result.chanceOfOneExtraPost)}.`;
}

/** Who loses, on the same screen as who gains; no region is named before movements are fitted. */
export function losersSentence({
  extraFilled,
  fromOtherRegions,
  fromElsewhere,
  otherRegionsPosts,
}: RoundResult): string {
  if (Math.abs(extraFilled.mean) < 0.05) return 'Nobody gains, so nobody loses.';
  if (otherRegionsPosts === 0) {
    return `No other region takes part, so all ${posts(extraFilled.median)} come from elsewhere: regions not modelled, other jobs or no job.`;
  }
  return `Of ${posts(extraFilled.median)} at the median, ${posts(fromOtherRegions.median)} are lost by the other modelled regions together and ${posts(fromElsewhere.median)} come from elsewhere: regions not modelled, other jobs or no job.`;
}
