import type { PathwayModelled } from '@/lib/contracts/pathway-result';
import { hasNoCeiling } from '@/lib/domain/pathway-scenario/place-limit';
import { foundationGains, offersFoundation } from '@/lib/format/foundation-series';
import { formatSigned } from '@/lib/format/number';
import { bandWords } from '@/lib/format/pathway-words';

/** Of other areas: less is written as 0.0. */
const LEAST_CHANGE = 0.05;

const cellOf = (side: 'gain' | 'elsewhere') => (result: PathwayModelled) => {
  if (!offersFoundation(result.scenario)) return 'not offered at F1';
  const gains = foundationGains(result);
  if (!gains) return 'not given: run it again';
  const words = gains.entries
    .filter(({ isTarget, change }) =>
      side === 'gain' ? isTarget : !isTarget && Math.abs(change.median) >= LEAST_CHANGE,
    )
    .map(({ label, change }) => `${label} ${bandWords(change, (value) => formatSigned(value, 1))}`);
  const remark = hasNoCeiling(result.scenario) ? '; people who would come, as places are not limited' : '';
  return `${gains.year}: ${words.join('; ') || 'no other area changes by a tenth of a post'}${remark}`;
};

/** Foundation posts, which specialty posts don’t hold: where they are offered, and what other areas gain or lose by it. */
export const foundationRows = (results: readonly PathwayModelled[]) => [
  { label: 'Foundation posts (F1) filled more, year of the largest change', cells: results.map(cellOf('gain')) },
  { label: 'Foundation posts (F1) elsewhere, the same year', cells: results.map(cellOf('elsewhere')) },
];
