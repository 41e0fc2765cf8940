import type { Band, RoundResult, ScenarioInputs } from '@/lib/contracts/scenario';
import type { Lever } from '@/lib/domain/levers/lever';
import { formatGbpShort, formatNumber } from '@/lib/format/number';
import { listInWords } from '@/lib/format/words';

const PERCENT = 100;

export const posts = (value: number): string => formatNumber(value, 1);
/** Draws can't show certainty: the ends are “less than 1” and “more than 99”. */
export function chance(share: number): string {
  const hundredths = Math.round(share * PERCENT);
  if (hundredths <= 0) return 'less than 1 in 100';
  return hundredths >= PERCENT ? 'more than 99 in 100' : `${hundredths} in 100`;
}

/** Both readings of a chance; once where they agree. */
export function chanceRange(one: number, other: number): string {
  const [low, high] = [chance(Math.min(one, other)), chance(Math.max(one, other))];
  return low === high ? low : `${low} to ${high}`;
}

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
  const [low, high] = [extraFilled, fillOdds.extraFilled].map(({ mean }) => mean).toSorted((a, b) => a - b);
  return `With ${names(inputs, levers)}, ${areaName} may fill about ${posts(low ?? 0)} to ${posts(high ?? 0)} more of its ${formatNumber(result.posts)} ${inputs.level} posts (averages of the two readings below); the chance of at least one more is ${chanceRange(result.fillOdds.chanceOfOneExtraPost, result.chanceOfOneExtraPost)}.`;
}

/** Who loses, on the same screen as who gains; no region is named before movements are fitted. */
export function losersSentence({
  extraFilled,
  fromOtherRegions,
  fromElsewhere,
  otherRegionsPosts,
}: RoundResult): string {
  if (extraFilled.mean < 0.05) return 'Nobody gains, so nobody loses.';
  if (otherRegionsPosts === 0) {
    return `No other region takes part, so all ${posts(extraFilled.mean)} come from elsewhere: regions not modelled, other jobs or no job.`;
  }
  return `Of ${posts(extraFilled.mean)} on average, ${posts(fromOtherRegions.mean)} would leave posts empty in the other modelled regions together and ${posts(fromElsewhere.mean)} come from elsewhere: regions not modelled, other jobs or no job.`;
}
