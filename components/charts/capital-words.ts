import type { Measure } from '@/lib/domain/measure/measure';
import { wholePercent } from '@/lib/format/flow-words';
import { formatCount, formatNumber } from '@/lib/format/number';
import type { BarEntry } from './compare-bars';
import type { StackEntry } from './stacked-shares';

const shareText = (share: Measure): string | null => (share.kind === 'value' ? wholePercent(share.value) : null);

/** `41% (95% interval 40.5 to 41.6)`, or why not. */
export function shareWithInterval(share: Measure): string {
  if (share.kind !== 'value') return 'can’t be given';
  const { value, interval } = share;
  const limits = interval
    ? ` (95% interval ${formatNumber(interval.lower * 100, 1)} to ${formatNumber(interval.upper * 100, 1)})`
    : '';
  return `${formatNumber(value * 100, 1)}%${limits}`;
}

/** The finding: those who left the capital region's schools against those who left the others'. */
export function leavingTitle(capital: string, here: Measure, elsewhere: Measure): string {
  const [first, second] = [shareText(here), shareText(elsewhere)];
  return first === null || second === null
    ? `How many leave ${capital} after medical school can’t be given`
    : `${first} left ${capital} after medical school; ${second} left the region of their school elsewhere`;
}

/** Where the reader may not see the region of school. */
export function relationTitle(entry: StackEntry, capital: string): string {
  const [within, into] = entry.parts.map(({ share }) => shareText(share));
  return within == null || into == null
    ? `How people stand to ${capital} can’t be given`
    : `${within} stayed within ${capital}, ${into} moved into it`;
}

export const relationAlternative = (entries: readonly StackEntry[]): string =>
  entries
    .map(({ label, people, parts }) => {
      const said = parts.flatMap((part) => {
        const text = shareText(part.share);
        return text === null ? [] : [`${part.label.charAt(0).toLowerCase()}${part.label.slice(1)}: ${text}`];
      });
      if (people === null || said.length === 0)
        return `${label}: too few people, or too much withheld, to give shares.`;
      return `${label}, ${formatCount(people)} people: ${said.join(', ')}.`;
    })
    .join(' ');

const ratios = (entries: readonly BarEntry[]) =>
  entries
    .flatMap(({ name, measure }) => (measure.kind === 'value' ? [{ name, value: measure.value }] : []))
    .toSorted((a, b) => b.value - a.value);

export function ratioTitle(entries: readonly BarEntry[]): string {
  const found = ratios(entries);
  const [most] = found;
  if (!most) return 'Graduates for each foundation place can’t be given';
  const above = found.filter(({ value }) => value > 1);
  const count = `${above.length} of ${found.length} regions ${above.length === 1 ? 'has' : 'have'} more graduates than foundation places`;
  return above.length === 0 ? count : `${count}; most in ${most.name} (${formatNumber(most.value, 2)} for each)`;
}

export function ratioAlternative(entries: readonly BarEntry[]): string {
  const found = ratios(entries);
  const [most, least] = [found[0], found.at(-1)];
  if (!most || !least) return 'No region’s graduates and places are both known.';
  return `Graduates of the region’s schools who began foundation training anywhere, for each foundation place of the region: from ${formatNumber(least.value, 2)} in ${least.name} to ${formatNumber(most.value, 2)} in ${most.name}.`;
}
