import { ChartSvg } from '@/components/charts/chart-svg';
import type { ValueFormat } from '@/components/charts/value-format';
import type { BoundaryMap as Boundaries } from '@/lib/contracts/boundary-map';
import type { BoundaryShape } from '@/lib/domain/geography/boundary-drawing';
import { BoundaryGaps } from './boundary-gaps';
import { BoundaryLabels } from './boundary-labels';
import { BoundaryPapers } from './boundary-papers';
import { HatchPattern } from './hatch-pattern';
import { MapLegend } from './map-legend';
import { type MapArea, type MapRow, toMapRows } from './map-rows';
import { mapLabel, mapPaint } from './map-shape';
import { RovingLinks } from './roving-links';

type BoundaryMapProps = {
  /** Unique on the page. */
  id: string;
  areas: readonly MapArea[];
  boundaries: Boundaries;
  format: ValueFormat;
  unit: string;
  alternative: string;
};

const MAX_WIDTH = 640;

/** Strokes keep their width however large the map is; its outline is a shadow of all shapes together. */
const LAND =
  '[filter:drop-shadow(0_0_1px_var(--ink))] [&_path]:[vector-effect:non-scaling-stroke] [&_a:focus-visible_path]:stroke-[6px]!';

/** Areas as they lie, London once more in an inset. */
export function BoundaryMap({ id, areas, boundaries, format, unit, alternative }: BoundaryMapProps) {
  const { drawing } = boundaries;
  const { rows, classes, absent } = toMapRows(areas);
  const shapes = new Map(drawing.shapes.map((shape) => [shape.code, shape]));
  const listed = new Set(areas.map(({ code }) => code));
  const drawn = rows.flatMap((row) => {
    const shape = shapes.get(row.code);
    return shape ? [{ row, shape }] : [];
  });
  const others = drawing.shapes.filter(({ code }) => !listed.has(code));
  const rings = drawn.filter(({ row }) => row.highlighted).map(({ shape }) => shape);
  return (
    <div className="flex flex-col gap-4">
      <RovingLinks>
        <ChartSvg
          alternative={alternative}
          height={{ ratio: drawing.width / drawing.height }}
          maxWidth={MAX_WIDTH}
          interactive
        >
          <HatchPattern id={`${id}-hatch`} />
          <svg role="presentation" viewBox={`0 0 ${drawing.width} ${drawing.height}`} width="100%" height="100%">
            {drawing.inset ? <rect {...drawing.inset} className="fill-surface stroke-control" strokeWidth={2} /> : null}
            <g className={LAND}>
              {others.map(({ code, path }) => (
                <path key={code} d={path} className="fill-surface stroke-control" strokeDasharray="4 3" />
              ))}
              {drawn.map(({ row, shape }) => (
                <AreaShape
                  key={row.code}
                  row={row}
                  shape={shape}
                  mapId={id}
                  label={mapLabel(row, format, classes.length)}
                />
              ))}
              {rings.map(({ code, path, inset }) => (
                <path
                  key={code}
                  d={`${path}${inset?.path ?? ''}`}
                  className="pointer-events-none fill-none stroke-ink"
                  strokeWidth={3}
                />
              ))}
            </g>
          </svg>
          <BoundaryLabels boundaries={boundaries} rows={drawn.map(({ row }) => row)} format={format} mapId={id} />
        </ChartSvg>
      </RovingLinks>
      <MapLegend id={id} classes={classes} absent={absent} format={format} unit={unit} />
      <BoundaryGaps areas={rows.filter(({ code }) => !shapes.has(code))} others={others} />
      <BoundaryPapers boundaries={boundaries} />
    </div>
  );
}

type AreaShapeProps = { row: MapRow; shape: BoundaryShape; mapId: string; label: string };

/** One link for an area, with its shape in the inset too: the title is its name and what a pointer shows. */
function AreaShape({ row, shape, mapId, label }: AreaShapeProps) {
  const paint = mapPaint(row, `${mapId}-hatch`);
  return (
    <a href={row.href}>
      <title>{label}</title>
      <path
        d={`${shape.path}${shape.inset?.path ?? ''}`}
        className={`focus-mark ${paint.shape}`}
        {...(paint.style ? { style: paint.style } : {})}
        {...(paint.dash ? { strokeDasharray: paint.dash } : {})}
      />
    </a>
  );
}
