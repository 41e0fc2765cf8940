import { percent } from '@/components/charts/axis';
import { ChartSvg } from '@/components/charts/chart-svg';
import type { ValueFormat } from '@/components/charts/value-format';
import { AppLink } from '@/components/ui/app-link';
import { tileLabels } from '@/lib/domain/geography/area-label';
import { type Bubble, layOutBubbles } from '@/lib/domain/geography/bubble-layout';
import { HatchPattern } from './hatch-pattern';
import { MapLegend } from './map-legend';
import { type MapArea, type MapRow, toMapRows } from './map-rows';
import { mapLabel, mapPaint } from './map-shape';
import { placedAreas, Unplaced } from './unplaced';

type BubbleMapProps = {
  /** Unique on the page. */
  id: string;
  areas: readonly MapArea[];
  format: ValueFormat;
  unit: string;
  /** What the size of a bubble stands for: "people, Census 2021". */
  sizeText: string;
  alternative: string;
};

const WIDTH = 300;
const HEIGHT = 410;

/** The largest bubble for a map of so many: together they cover about a third of it. */
const largestFor = (count: number): number => Math.min(44, Math.max(13, 150 / Math.sqrt(Math.max(count, 1))));

/** More circles than these are too small to name, and to touch one by one: they are dots, and the list beside them has the links. */
const MOST_LINKED = 160;

/** Radii in px. So many dots as there are authorities in England fit without overlapping, London’s too. */
function sizesFor(count: number, areDots: boolean) {
  if (areDots) return { smallest: 3.5, largest: 9 };
  const largest = largestFor(count);
  return { smallest: Math.max(8, largest / 3), largest };
}

/** Circles in proportion to people, moved apart where places are crowded. */
export function BubbleMap({ id, areas, format, unit, sizeText, alternative }: BubbleMapProps) {
  const { placed, unplaced } = placedAreas(areas);
  const { rows, classes, absent } = toMapRows(areas);
  const labels = tileLabels(areas);
  const byCode = new Map(rows.map((row) => [row.code, row]));
  const areDots = placed.length > MOST_LINKED;
  const bubbles = layOutBubbles(
    placed.map(({ size = null, ...area }) => ({ ...area, size })),
    { width: WIDTH, height: HEIGHT, ...sizesFor(placed.length, areDots) },
  );
  return (
    <div className="flex flex-col gap-4">
      <ChartSvg alternative={alternative} height={HEIGHT} maxWidth={WIDTH * 1.4} interactive={!areDots}>
        <HatchPattern id={`${id}-hatch`} />
        {bubbles.map((bubble) => {
          const row = byCode.get(bubble.code);
          if (!row) return null;
          if (areDots) return <BubbleShape key={bubble.code} bubble={bubble} row={row} text="" mapId={id} />;
          return (
            <AppLink key={bubble.code} href={row.href} aria-label={mapLabel(row, format, classes.length)}>
              <BubbleShape bubble={bubble} row={row} text={labels.get(bubble.code) ?? ''} mapId={id} />
            </AppLink>
          );
        })}
      </ChartSvg>
      <MapLegend id={id} classes={classes} absent={absent} format={format} unit={unit} />
      <p className="text-sm text-muted">
        {placed.some(({ size }) => typeof size === 'number')
          ? `Area of a circle: ${sizeText}. `
          : `Circles are of one size: ${sizeText} aren’t loaded. `}
        Circles are moved apart where they would overlap.
        {areDots ? ` Too many to name on a map: the list and the table name all ${placed.length}.` : ''}
      </p>
      <Unplaced areas={unplaced} />
    </div>
  );
}

type BubbleShapeProps = { bubble: Bubble; row: MapRow; text: string; mapId: string };

function BubbleShape({ bubble: { x, y, radius }, row, text, mapId }: BubbleShapeProps) {
  const paint = mapPaint(row, `${mapId}-hatch`);
  return (
    <g>
      <title>{row.name}</title>
      <circle
        cx={percent(x / (WIDTH / 100))}
        cy={y}
        r={radius}
        className={`focus-mark ${paint.shape}`}
        style={paint.style}
        strokeDasharray={paint.dash}
        strokeWidth={row.highlighted ? 3 : 1}
      />
      {radius >= 13 ? (
        <text
          x={percent(x / (WIDTH / 100))}
          y={y + 4}
          textAnchor="middle"
          className={`${paint.text} ${row.highlighted ? 'font-bold' : 'font-medium'} ${radius >= 20 ? 'text-xs' : 'text-[10px]'}`}
        >
          {text}
        </text>
      ) : null}
    </g>
  );
}
