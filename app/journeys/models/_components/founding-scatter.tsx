import { ChartFrame } from '@/components/charts/chart-frame';
import { toScatter } from '@/components/charts/scatter';
import { SCATTER_PLOT, ScatterChart } from '@/components/charts/scatter-chart';
import type { KeptFit } from '@/lib/contracts/journey-fit';
import { clearDirection } from '@/lib/domain/journey-models/journey-model';
import { PRESTIGE_IS_NOT_DEFINED } from '@/lib/domain/journey-models/model-caveats';
import { REACH_TERM_WORDS } from '@/lib/format/model-words';
import { fitPapers } from './fit-papers';
import { write } from './slope-rows';

type Founding = NonNullable<KeptFit['fitted']['bySchool']>['founding'][number];

const NAMED_AT_EACH_END = 2;

/** Each school's own distance slope against the year in which it was founded; nothing more. */
export function FoundingScatter({ kept, founding }: { kept: KeptFit; founding: Founding }) {
  const { term, pairs, correlation, lower, upper, n } = founding;
  const { title: what, unit } = REACH_TERM_WORDS[term];
  const isEnd = (at: number): boolean => at < NAMED_AT_EACH_END || at >= pairs.length - NAMED_AT_EACH_END;
  const nameOf = (school: string): string => kept.names[school] ?? school;
  const scatter = toScatter({
    entries: pairs.map(({ school, founded, slope }, at) => ({
      code: school,
      name: nameOf(school),
      x: founded,
      y: slope,
      isNamed: isEnd(at),
    })),
    fit: null,
    height: SCATTER_PLOT,
  });
  const direction = clearDirection({ lower, upper });
  const finding =
    direction === null
      ? 'no clear relation with the year of founding'
      : `younger schools’ slopes are ${direction > 0 ? 'higher' : 'lower'}`;
  const alternative = `Rank correlation of ${n} schools’ slopes with their years of founding: ${write(correlation)} (95% interval ${write(lower)} to ${write(upper)}).`;
  return (
    <ChartFrame
      id={`founding-${term}`}
      headingLevel={2}
      title={`${what}: ${finding}`}
      alternative={alternative}
      unit={`Log of entrants, ${unit}; year of founding across`}
      {...fitPapers(kept)}
      footnotes={[
        PRESTIGE_IS_NOT_DEFINED,
        'Each school’s own slope. The errors of the slopes aren’t in the interval of the correlation.',
      ]}
      table={{
        columns: [
          { label: 'School' },
          { label: 'Founded', numeric: true },
          { label: 'Own slope', numeric: true },
          { label: '95% interval', numeric: true },
        ],
        rows: pairs.map(({ school, founded, slope, lower: low, upper: high }) => [
          nameOf(school),
          { value: founded, text: String(founded) },
          { value: slope, text: write(slope) },
          `${write(low)} to ${write(high)}`,
        ]),
      }}
    >
      <ScatterChart
        scatter={scatter}
        x={{ label: 'Year of founding', format: { unit: 'year', decimals: 0 } }}
        y={{ label: 'Own slope', format: { unit: 'index', decimals: 1 } }}
        alternative={alternative}
      />
    </ChartFrame>
  );
}
