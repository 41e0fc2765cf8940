import { Spark, type SparkPoint } from '@/components/charts/spark';
import type { Comparison } from '@/components/charts/theme';
import { Card } from '@/components/tremor/card';
import { classNames } from '@/components/ui/class-names';
import type { Figure } from '@/lib/contracts/figure';
import type { Indicator } from '@/lib/domain/indicators/indicator';
import type { RecentTrendResult } from '@/lib/domain/indicators/recent-trend';
import { inPeriod } from '@/lib/format/date';
import { formatMeasure } from '@/lib/format/number';
import { ComparisonWord } from './comparison-word';
import { FigureValue } from './figure-value';
import { ProvenanceTag } from './provenance-tag';
import { QualityMark } from './quality-mark';
import { TrendTag } from './trend-tag';

export type FigureCardProps = {
  /** Where links to the figure lead. */
  id?: string;
  indicator: Indicator;
  /** Null: not loaded. */
  figure: Figure | null;
  comparator?: Figure | null;
  previous?: Figure | null;
  comparison?: Comparison | null;
  definitionHref: string;
  dataHref?: string;
  /** What was counted: "posts". */
  countsNoun?: string;
  /** What the breakdown is in words: "ST3". */
  breakdownLabel?: string;
  /** "4th of 11 regions", or why there is none: "rank: not shown, 3 of 11 regions loaded". */
  rankText?: string;
  spark?: readonly SparkPoint[];
  trend?: RecentTrendResult | undefined;
  headingLevel?: 2 | 3 | 4;
};

/** A figure with all its papers. */
export function FigureCard(props: FigureCardProps) {
  const { indicator, figure, comparison, breakdownLabel, trend } = props;
  const Heading = `h${props.headingLevel ?? 3}` as const;
  const demonstration = figure?.provenance === 'demonstration';
  return (
    <Card
      id={props.id}
      title={
        trend?.kind === 'cannot_be_calculated' && figure ? `Trend cannot be calculated: ${trend.reason}` : undefined
      }
      className={classNames('keep-together scroll-mt-24', demonstration ? 'hatch-demo p-2' : 'p-4')}
    >
      <div
        className={classNames('flex h-full min-w-0 flex-col gap-2', demonstration && 'rounded-md bg-surface p-3')}
        data-indicator={indicator.id}
      >
        <div className="flex flex-wrap items-start justify-between gap-x-3 gap-y-1">
          <Heading className="text-base">
            {breakdownLabel ? `${indicator.shortName}, ${breakdownLabel}` : indicator.shortName}
          </Heading>
          {comparison && figure?.measure.kind === 'value' ? <ComparisonWord comparison={comparison} /> : null}
        </div>
        {figure === null || figure.measure.kind === 'not_loaded' ? (
          <NotLoaded indicator={indicator} />
        ) : (
          <Loaded {...props} figure={figure} />
        )}
        <Papers {...props} />
      </div>
    </Card>
  );
}

function NotLoaded({ indicator }: { indicator: Indicator }) {
  return (
    <div className="flex flex-col gap-1">
      <p className="text-lg font-semibold">Not loaded</p>
      <p className="text-sm text-muted">{indicator.loadHint}</p>
    </div>
  );
}

function Loaded(props: FigureCardProps & { figure: Figure }) {
  const { indicator, figure, comparator, previous, rankText, spark = [], trend } = props;
  const write = ({ measure }: Figure) => formatMeasure(measure, indicator.unit, indicator.decimals);
  const context = [
    comparator ? `${comparator.areaName} ${write(comparator)}` : '',
    previous ? `${write(previous)} ${inPeriod(previous.period.label)}` : '',
    rankText ?? '',
  ].filter((text) => text !== '');
  return (
    <>
      <FigureValue indicator={indicator} figure={figure} countsNoun={props.countsNoun} />
      {spark.length >= 3 ? <Spark points={spark} alternative={sparkText(props, spark)} /> : null}
      {trend ? <TrendTag trend={trend} /> : null}
      {context.length > 0 ? <p className="text-sm">{context.join(' · ')}</p> : null}
      {figure.note ? <p className="text-sm text-muted">{figure.note}</p> : null}
      <QualityMark figure={figure} />
    </>
  );
}

function sparkText({ indicator }: FigureCardProps, spark: readonly SparkPoint[]): string {
  const first = spark.at(0);
  const last = spark.at(-1);
  if (!first || !last) return indicator.shortName;
  const write = (value: number) =>
    formatMeasure({ kind: 'value', value, interval: null }, indicator.unit, indicator.decimals);
  return `${indicator.shortName}: ${write(first.value)} in ${first.label}, ${write(last.value)} in ${last.label}.`;
}

function Papers({ indicator, figure, definitionHref, dataHref }: FigureCardProps) {
  return (
    <div className="mt-auto flex flex-wrap items-center gap-x-3 gap-y-1 pt-1 text-sm text-muted">
      {figure ? <ProvenanceTag provenance={figure.provenance} /> : null}
      {figure ? (
        <span>
          {`${figure.source.name}, release `}
          <span className="whitespace-nowrap">{figure.releaseId}</span>
        </span>
      ) : null}
      <a href={definitionHref} className="link" aria-label={`definition: ${indicator.shortName}`}>
        definition
      </a>
      {dataHref ? (
        <a href={dataHref} className="link" aria-label={`data: ${indicator.shortName}`}>
          data
        </a>
      ) : null}
    </div>
  );
}
