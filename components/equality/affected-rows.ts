import { absentCell, type ChartTableData, figureCell } from '@/components/charts/chart-cell';
import type { DotEntry } from '@/components/charts/dot-intervals';
import type { EqualityPart } from '@/lib/contracts/equality';
import type { JobPanel } from '@/lib/contracts/job-representation';
import type { Measure } from '@/lib/domain/measure/measure';
import { placeSentence, READING_WORDS } from '@/lib/format/equality-words';
import { gapText, rangeText } from '@/lib/format/measure-words';
import { formatNumber, formatShare } from '@/lib/format/number';

type PlaceGroup = JobPanel['jobs'][number]['groups'][number] & { readonly words: string; readonly short: string };

/** A region or specialty group with the groups of every characteristic. */
export interface AffectedPlace {
  readonly code: string;
  readonly name: string;
  readonly groups: readonly PlaceGroup[];
}

/** The places of a part, each with all of its groups in the order of the characteristics. */
export const affectedPlaces = ({ panels }: EqualityPart): AffectedPlace[] =>
  (panels[0]?.jobs ?? []).map(({ code, name }) => ({
    code,
    name,
    groups: panels.flatMap(({ groups, jobs }) =>
      (jobs.find((job) => job.code === code)?.groups ?? []).map((one) => ({
        ...one,
        words: groups.find(({ group }) => group === one.group)?.words ?? one.group,
        short: groups.find(({ group }) => group === one.group)?.short ?? one.group,
      })),
    ),
  }));

export const dotsOf = ({ groups }: AffectedPlace): DotEntry[] =>
  groups.map(({ group, short, ratio }) => ({ code: group, name: short, measure: ratio }));

/** What was found of each place, one sentence each. */
export const placeSentences = (places: readonly AffectedPlace[]): string[] =>
  places.map(({ name, groups }) => `${placeSentence(name, groups)}.`);

const RATIO_DECIMALS = 2;

const shareCell = (share: Measure) =>
  figureCell(
    share,
    share.kind === 'value'
      ? `${formatShare(share.value)}${share.interval ? ` (${formatShare(share.interval.lower)} to ${formatShare(share.interval.upper)})` : ''}`
      : gapText(share),
  );

const ratioCell = (ratio: Measure) =>
  figureCell(ratio, ratio.kind === 'value' ? formatNumber(ratio.value, RATIO_DECIMALS) : gapText(ratio));

/** Every group in every place. */
export const affectedTable = (places: readonly AffectedPlace[]): ChartTableData => ({
  columns: [
    { label: 'Where' },
    { label: 'Group' },
    { label: 'Share there (95% interval)', numeric: true },
    { label: 'Share of the base', numeric: true },
    { label: 'Times the share of the base', numeric: true },
    { label: '95% interval', numeric: true },
    { label: 'Reading' },
  ],
  rows: places.flatMap(({ name, groups }) =>
    groups.map(({ words, share, baseShare, ratio, reading }) => [
      name,
      words,
      shareCell(share),
      baseShare === null ? absentCell('not_loaded', 'not known') : { value: baseShare, text: formatShare(baseShare) },
      ratioCell(ratio),
      ratio.kind === 'value' && ratio.interval ? rangeText(ratio, RATIO_DECIMALS) : '',
      reading === null ? '' : READING_WORDS[reading],
    ]),
  ),
});
