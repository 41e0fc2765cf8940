import { ChartFrame } from '@/components/charts/chart-frame';
import { toCompareBars } from '@/components/charts/compare-bars';
import { CompareBarsChart } from '@/components/charts/compare-bars-chart';
import type { Gradient, SchoolReach } from '@/lib/contracts/school-reach';
import { rangeText } from '@/lib/format/measure-words';
import { formatNumber, formatSigned } from '@/lib/format/number';
import { AbsentBlock } from './absent-block';
import { baseNote, framePapers, sourceNote } from './block-papers';
import { numberCell } from './number-cell';

const TITLE = 'Gradient over the deprivation fifths';
const DECIMALS = 2;

type Given = Extract<Gradient, { kind: 'given' }>;

function titleOf({ own, others }: Given): string {
  if (own.kind !== 'value') return TITLE;
  const direction =
    own.interval && own.interval.lower > 0
      ? 'Least deprived homes are over-represented'
      : own.interval && own.interval.upper < 0
        ? 'Most deprived homes are over-represented'
        : 'No clear gradient over the deprivation fifths';
  if (!others) return direction;
  if (own.value > others.upperQuartile) return `${direction}, more than in the middle half of other schools`;
  if (own.value < others.lowerQuartile) return `${direction}, less than in the middle half of other schools`;
  return `${direction}, as in the middle half of other schools`;
}

function alternativeOf({ own, others }: Given, school: string): string {
  if (own.kind !== 'value') return 'The fifths have too few entrants for a gradient.';
  const middle = others
    ? ` Of ${others.schools} other schools half lie between ${formatSigned(others.lowerQuartile, 1)} and ${formatSigned(others.upperQuartile, 1)}, the median at ${formatSigned(others.median, 1)}.`
    : '';
  return `${school}: ${formatSigned(own.value, DECIMALS)} (95% interval ${rangeText(own, DECIMALS)}). 0 would be every fifth in proportion.${middle}`;
}

/** One school's slope beside the middle of the others: no other school can be told from it. */
export function GradientBlock({ block, school }: { block: Gradient; school: SchoolReach['school'] }) {
  if (block.kind === 'absent') return <AbsentBlock title={TITLE} block={block} />;
  const { own, others, base, baseSource, papers } = block;
  const alternative = alternativeOf(block, school.name);
  const rows = toCompareBars({
    entries: [{ code: 'own', name: 'This school', measure: own, highlighted: true }],
    benchmark: others ? { label: 'Median of the others', value: others.median } : null,
    band: others
      ? {
          label: `Middle half of ${others.schools} others`,
          from: others.lowerQuartile,
          to: others.upperQuartile,
        }
      : null,
  });
  return (
    <ChartFrame
      id="gradient"
      title={titleOf(block)}
      alternative={alternative}
      unit={`slope index of representation against ${base}`}
      {...framePapers(papers, school)}
      footnotes={[
        'Share of entrants ÷ share of young people, fitted over the five fifths: the least deprived end less the most deprived end. Schools of any size compare.',
        ...baseNote(base, baseSource),
        others
          ? 'The other schools are shown as their middle only, to one decimal.'
          : 'Other schools aren’t shown: fewer than five have a gradient.',
        sourceNote(papers),
      ]}
      table={{
        columns: [{ label: 'Schools' }, { label: 'Slope index', numeric: true }, { label: 'Range', numeric: true }],
        rows: [
          [school.name, numberCell(own, DECIMALS), rangeText(own, DECIMALS)],
          ...(others
            ? [
                [
                  `Median and middle half of ${others.schools} other schools`,
                  { value: others.median, text: formatNumber(others.median, 1) },
                  `${formatNumber(others.lowerQuartile, 1)} to ${formatNumber(others.upperQuartile, 1)}`,
                ],
              ]
            : []),
        ],
      }}
    >
      <CompareBarsChart rows={rows} format={{ unit: 'score', decimals: DECIMALS }} alternative={alternative} />
    </ChartFrame>
  );
}
