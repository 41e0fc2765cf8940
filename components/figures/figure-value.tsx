import { classNames } from '@/components/ui/class-names';
import { Pill } from '@/components/ui/pill';
import type { Figure } from '@/lib/contracts/figure';
import type { Indicator } from '@/lib/domain/indicators/indicator';
import type { Interval } from '@/lib/domain/measure/measure';
import { formatInterval, formatMeasure } from '@/lib/format/number';
import { provenanceUnderline } from './provenance-tag';
import { countsText } from './read-comparison';

type FigureValueProps = { indicator: Indicator; figure: Figure; countsNoun?: string | undefined };

/** The number, its interval, counts and date; or the reason why there is none. */
export function FigureValue({ indicator, figure, countsNoun }: FigureValueProps) {
  const { measure, period, stale, provenance } = figure;
  const text = formatMeasure(measure, indicator.unit, indicator.decimals);
  const counts = countsText(figure, indicator);
  const counted = counts && countsNoun ? `${counts} ${countsNoun}` : (counts ?? '');
  if (measure.kind !== 'value') return <NoValue text={text} figure={figure} />;
  return (
    <div className={classNames('flex flex-col gap-1', stale && 'text-muted')}>
      <p className="flex flex-wrap items-baseline gap-x-3">
        <span className={classNames(stale ? 'text-lg' : 'text-xl', 'font-semibold', provenanceUnderline(provenance))}>
          {text}
        </span>
        {measure.interval ? <IntervalText interval={measure.interval} decimals={indicator.decimals} /> : null}
      </p>
      <p className="flex flex-wrap items-center gap-x-2 gap-y-1 text-sm text-muted">
        {[counted, stale ? '' : period.label].filter((text) => text !== '').join(' · ')}
        {stale ? <Pill tone="outline">{`old: ${period.label}`}</Pill> : null}
      </p>
    </div>
  );
}

const IntervalText = ({ interval, decimals }: { interval: Interval; decimals: number }) => (
  <span className="text-sm text-muted">{`(${formatInterval(interval, decimals)})`}</span>
);

function NoValue({ text, figure: { measure, period } }: { text: string; figure: Figure }) {
  return (
    <div className="flex flex-col gap-1">
      <p className="text-lg font-semibold">{text}</p>
      <p className="text-sm text-muted">
        {measure.kind === 'suppressed' ? 'Hidden to protect small numbers. ' : null}
        {measure.kind === 'low' ? 'Rounds to 0: none, or so few that they are not told apart. ' : null}
        {measure.kind === 'not_applicable' ? `${measure.reason} ` : null}
        {period.label}
      </p>
    </div>
  );
}
