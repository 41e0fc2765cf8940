import { CLASS_FILL, seriesAt } from '@/components/charts/theme';
import { formatValue, type ValueFormat } from '@/components/charts/value-format';
import type { AbsentKind, MapClass } from './map-rows';
import { absentWords } from './map-shape';

type MapLegendProps = {
  /** The map's. */
  id: string;
  classes: readonly MapClass[];
  absent: Record<AbsentKind, number>;
  format: ValueFormat;
  unit: string;
};

/** Ranges with the number of areas in each, how they were made, and what has no colour. */
export function MapLegend({ id, classes, absent, format, unit }: MapLegendProps) {
  return (
    <div className="flex flex-col gap-2 text-sm">
      <p className="font-semibold">{unit}</p>
      <ul className="flex flex-wrap gap-x-4 gap-y-1">
        {classes.map((entry) => (
          <li key={entry.shade} className="flex items-center gap-2">
            <Swatch className={`${seriesAt(CLASS_FILL, entry.shade)} stroke-control`} />
            {`${rangeText(entry, format)} (${entry.count})`}
          </li>
        ))}
        <li className="flex items-center gap-2">
          <Swatch className="stroke-control" fill={`url(#${id}-hatch)`} />
          {`c ${absentWords.suppressed} (${absent.suppressed})`}
        </li>
        <li className="flex items-center gap-2">
          <Swatch className="fill-surface stroke-control" dash="4 3" />
          {`x ${absentWords.not_loaded} (${absent.not_loaded})`}
        </li>
        {absent.not_applicable > 0 ? <li>{`z ${absentWords.not_applicable} (${absent.not_applicable})`}</li> : null}
        {absent.low > 0 ? <li>{`${absentWords.low} (${absent.low})`}</li> : null}
      </ul>
      <p className="text-muted">
        {classes.length > 1
          ? `${classes.length} classes of about as many areas each (quantiles); number of areas in brackets. Shades don’t judge.`
          : 'Number of areas in brackets.'}
      </p>
    </div>
  );
}

const rangeText = ({ lower, upper }: MapClass, format: ValueFormat): string =>
  lower === upper ? formatValue(lower, format) : `${formatValue(lower, format)} to ${formatValue(upper, format)}`;

function Swatch({ className, fill, dash }: { className: string; fill?: string; dash?: string }) {
  return (
    <svg aria-hidden="true" width="20" height="16" className="shrink-0">
      <rect
        x="1"
        y="1"
        width="18"
        height="14"
        rx="3"
        className={className}
        style={fill ? { fill } : undefined}
        strokeDasharray={dash}
      />
    </svg>
  );
}
