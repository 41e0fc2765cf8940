import { type ChartCell, figureCell } from '@/components/charts/chart-cell';
import { ChartFrame } from '@/components/charts/chart-frame';
import { type ScatterEntry, toScatter } from '@/components/charts/scatter';
import { SCATTER_PLOT, ScatterChart } from '@/components/charts/scatter-chart';
import { unitText } from '@/components/charts/value-format';
import { Callout } from '@/components/tremor/callout';
import { EmptyState } from '@/components/ui/empty-state';
import type { IndicatorComparison } from '@/lib/contracts/region';
import { association, LEAST_AREAS_FOR_SLOPE } from '@/lib/domain/indicators/association';
import { fixedText } from '@/lib/domain/indicators/number-text';
import { NOT_LOADED, plotted } from '@/lib/domain/measure/measure';
import type { RefusalReason } from '@/lib/domain/statistics/outcome';
import { formatMeasure } from '@/lib/format/number';
import { type Axes, axisLabel } from './association-axes';
import { comparisonSubjects, ofIndicator } from './comparison-subjects';

type AssociationViewProps = {
  axes: Axes;
  /** The selected area and the reader's peers: named in the drawing. */
  highlighted: ReadonlySet<string>;
  peerNote: string;
};

/** So few names don't cover one another. */
const MOST_NAMES = 12;

function entriesOf({ x, y }: Axes, highlighted: ReadonlySet<string>): ScatterEntry[] {
  const known = new Map(y.rows.map(({ area, figure }) => [area.code, figure ? plotted(figure.measure) : null]));
  return x.rows.flatMap(({ area, figure }) => {
    const [across, up] = [figure ? plotted(figure.measure) : null, known.get(area.code) ?? null];
    return across === null || up === null
      ? []
      : [
          {
            code: area.code,
            name: area.name,
            x: across,
            y: up,
            isNamed: x.rows.length <= MOST_NAMES,
            highlighted: highlighted.has(area.code),
          },
        ];
  });
}

const WHY_NO_LINE: Partial<Record<RefusalReason, string>> = {
  too_few_values: `fewer than ${LEAST_AREAS_FOR_SLOPE} areas have both figures, so no line is drawn`,
  no_variation: 'the first indicator is the same everywhere, so no line is drawn',
};

/** Three digits that count, whatever the size. */
const slopeText = (slope: number): string => {
  const size = slope === 0 ? 0 : Math.floor(Math.log10(Math.abs(slope)));
  return fixedText(slope, Math.min(6, Math.max(0, 2 - size)));
};

type Fit = ReturnType<typeof association>;

function fitSentence(fit: Fit, { x, y }: Axes, count: number): string {
  const areas = `${count} areas`;
  if (fit.kind === 'refused') return `${areas}: ${WHY_NO_LINE[fit.reason] ?? 'no line can be drawn'}.`;
  const { slope, slopeInterval } = fit;
  return `${areas}. Slope ${slopeText(slope)} (95% interval ${slopeText(slopeInterval.lower)} to ${slopeText(slopeInterval.upper)}) in ${axisLabel(y)}, ${unitText(y.indicator.unit)}, for each 1 of ${axisLabel(x)}, ${unitText(x.indicator.unit)}.`;
}

function titleOf(fit: Fit, { x, y }: Axes): string {
  const [across, up] = [axisLabel(x), axisLabel(y)];
  if (fit.kind === 'refused') return `${up} and ${across}`;
  const { lower, upper } = fit.slopeInterval;
  if (lower > 0) return `${up} is higher in areas where ${across} is higher`;
  if (upper < 0) return `${up} is lower in areas where ${across} is higher`;
  return `${up} and ${across}: no clear association between areas`;
}

const sourceText = ({ indicator, periodLabel, rows }: IndicatorComparison): string => {
  const figure = rows.find((row) => row.figure)?.figure;
  return `${indicator.shortName}: ${periodLabel ?? 'no period'}${figure ? `; ${figure.source.name}, ${figure.source.publisher}, release ${figure.releaseId}` : ''}.`;
};

/** Two indicators against each other, one point to an area: an association, never a cause. */
export function AssociationView({ axes, highlighted, peerNote }: AssociationViewProps) {
  const { x, y } = axes;
  const entries = entriesOf(axes, highlighted);
  const sample = y.rows.find(({ figure }) => figure)?.figure;
  if (entries.length === 0 || !sample) {
    return (
      <EmptyState title="No area has both figures">
        <p>Choose two indicators that are loaded for the same areas.</p>
      </EmptyState>
    );
  }
  const fit = association(entries);
  const alternative = fitSentence(fit, axes, entries.length);
  const isOld = [x, y].some(({ rows }) => rows.some(({ figure }) => figure?.stale));
  const cell = (comparison: IndicatorComparison, code: string): ChartCell => {
    const { unit, decimals } = comparison.indicator;
    const measure = comparison.rows.find(({ area }) => area.code === code)?.figure?.measure ?? NOT_LOADED;
    return figureCell(measure, formatMeasure(measure, unit, decimals));
  };
  const side = (comparison: IndicatorComparison) => ({
    label: axisLabel(comparison),
    format: { unit: comparison.indicator.unit, decimals: comparison.indicator.decimals },
  });
  const fitted = fit.kind === 'refused' ? null : fit;
  return (
    <div className="flex flex-col gap-4">
      <Callout tone="caution" title="Areas are not people">
        An association between areas says nothing about the people or doctors in them, and names no cause: areas differ
        in much else. Each area counts the same, whatever its size.
      </Callout>
      <ChartFrame
        id="association"
        of={[ofIndicator(y), ...comparisonSubjects(x)]}
        headingLevel={2}
        title={titleOf(fit, axes)}
        alternative={alternative}
        unit={`${axisLabel(x)} (${unitText(x.indicator.unit)}) across, ${axisLabel(y)} (${unitText(y.indicator.unit)}) up`}
        period={
          x.periodLabel === y.periodLabel ? (x.periodLabel ?? '') : `${x.periodLabel} across, ${y.periodLabel} up`
        }
        source={sample.source}
        releaseId={sample.releaseId}
        provenance={sample.provenance === 'demonstration' ? 'demonstration' : 'derived'}
        footnotes={[
          'Line: ordinary least squares over the areas that have both figures; interval of the slope by Student’s t. The latest period of each indicator, one period for all areas.',
          sourceText(x),
          sourceText(y),
          ...(isOld ? ['At least one of the two is over three years old.'] : []),
          ...(peerNote ? [peerNote] : []),
        ]}
        table={{
          columns: [
            { label: 'Area' },
            { label: `Across: ${axisLabel(x)}`, numeric: true },
            { label: `Up: ${axisLabel(y)}`, numeric: true },
          ],
          rows: x.rows.map(({ area }) => [area.name, cell(x, area.code), cell(y, area.code)]),
        }}
      >
        <ScatterChart
          scatter={toScatter({ entries, fit: fitted, height: SCATTER_PLOT })}
          x={side(x)}
          y={side(y)}
          alternative={`${titleOf(fit, axes)}. ${alternative}`}
        />
      </ChartFrame>
    </div>
  );
}
