import { percent } from '@/components/charts/axis';
import type { ValueFormat } from '@/components/charts/value-format';
import type { BoundaryMap } from '@/lib/contracts/boundary-map';
import { shortAreaName, tileLabels } from '@/lib/domain/geography/area-label';
import { INSET_SCALE } from '@/lib/domain/geography/boundary-drawing';
import type { LabelSpot } from '@/lib/domain/geography/boundary-path';
import type { MapRow } from './map-rows';
import { mapPaint, mapValue } from './map-shape';
import { wrapWords } from './wrap-words';

type BoundaryLabelsProps = { boundaries: BoundaryMap; rows: readonly MapRow[]; format: ValueFormat; mapId: string };

/** Up to so many areas carry their names and values; up to the second number their initials; else regions are named. */
const MOST_NAMED = 12;
const MOST_LABELLED = 60;
/** Drawing units that a label needs on a map 560 px wide, and on one of 260 px. */
const ROOM = { wide: 70, narrow: 170 };
const LINE_PX = 13;

/** Text over the shapes, in px whatever the size of the map: a label stands only where its area has room for it. */
export function BoundaryLabels({ boundaries, rows, format, mapId }: BoundaryLabelsProps) {
  const { drawing, regions } = boundaries;
  const shapes = new Map(drawing.shapes.map((shape) => [shape.code, shape]));
  const initials = tileLabels(rows);
  const isNamed = rows.length <= MOST_NAMED;
  const at = ({ x, y }: { x: number; y: number }) => ({
    x: percent((100 * x) / drawing.width),
    y: percent((100 * y) / drawing.height),
  });
  const linesOf = (row: MapRow) =>
    isNamed
      ? [...wrapWords(shortAreaName(row.name), 12, 3), mapValue(row, format, true)]
      : [initials.get(row.code) ?? ''];
  return (
    <svg aria-hidden="true" width="100%" height="100%" overflow="visible" className="pointer-events-none">
      {drawing.inset ? (
        <text
          {...at({ x: drawing.inset.x, y: drawing.inset.y + drawing.inset.height })}
          dy={15}
          className="fill-muted text-xs"
        >
          {`London × ${INSET_SCALE}`}
        </text>
      ) : null}
      {rows.length <= MOST_LABELLED
        ? rows.map((row) => {
            const shape = shapes.get(row.code);
            const spot: LabelSpot | null | undefined = shape?.inset ? shape.inset.spot : shape?.spot;
            if (!spot || spot.room < ROOM.wide) return null;
            return (
              <SpotText
                key={row.code}
                {...at(spot)}
                lines={linesOf(row)}
                className={`${mapPaint(row, `${mapId}-hatch`).text} ${spot.room < ROOM.narrow ? 'max-sm:hidden' : ''}`}
              />
            );
          })
        : regions.map((region) => (
            <SpotText
              key={region.name}
              {...at(region)}
              lines={wrapWords(region.name, 12, 3)}
              className="fill-ink stroke-surface [paint-order:stroke] [stroke-width:4px]"
            />
          ))}
    </svg>
  );
}

type SpotTextProps = { x: string; y: string; lines: readonly string[]; className: string };

function SpotText({ x, y, lines, className }: SpotTextProps) {
  const first = 4 - ((lines.length - 1) * LINE_PX) / 2;
  return (
    <text x={x} y={y} textAnchor="middle" className={`text-[11px] font-medium ${className}`}>
      {lines.map((line, at) => (
        <tspan key={line} x={x} dy={at === 0 ? first : LINE_PX}>
          {line}
        </tspan>
      ))}
    </text>
  );
}
