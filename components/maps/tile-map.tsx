import { percent } from '@/components/charts/axis';
import { ChartSvg } from '@/components/charts/chart-svg';
import type { ValueFormat } from '@/components/charts/value-format';
import { AppLink } from '@/components/ui/app-link';
import { shortAreaName, tileLabels } from '@/lib/domain/geography/area-label';
import { layOutTiles, type Tile } from '@/lib/domain/geography/tile-layout';
import { HatchPattern } from './hatch-pattern';
import { MapLegend } from './map-legend';
import { type MapArea, type MapRow, toMapRows } from './map-rows';
import { mapLabel, mapPaint, mapValue } from './map-shape';
import { placedAreas, Unplaced } from './unplaced';
import { wrapWords } from './wrap-words';

type TileMapProps = {
  /** Unique on the page. */
  id: string;
  areas: readonly MapArea[];
  format: ValueFormat;
  unit: string;
  alternative: string;
};

/** With room for names: up to this many columns. */
const NAMED_COLUMNS = 4;

/** One tile of the same size to an area, about where it lies: London is as large as any other. */
export function TileMap({ id, areas, format, unit, alternative }: TileMapProps) {
  const { placed, unplaced } = placedAreas(areas);
  const { rows, classes, absent } = toMapRows(areas);
  const { tiles, rows: down, columns } = layOutTiles(placed);
  const named = columns <= NAMED_COLUMNS;
  const labels = tileLabels(areas);
  const height = named ? 76 : 50;
  const byCode = new Map(rows.map((row) => [row.code, row]));
  return (
    <div className="flex flex-col gap-4">
      <ChartSvg
        alternative={alternative}
        height={down * height + 4}
        maxWidth={columns * (named ? 136 : 84)}
        interactive
      >
        <HatchPattern id={`${id}-hatch`} />
        {tiles.map((tile) => {
          const row = byCode.get(tile.code);
          if (!row) return null;
          const lines = named ? wrapWords(shortAreaName(row.name), 12, 3) : [labels.get(row.code) ?? ''];
          return (
            <AppLink key={tile.code} href={row.href} aria-label={mapLabel(row, format, classes.length)}>
              <TileShape tile={tile} row={row} lines={lines} grid={{ columns, height }} format={format} mapId={id} />
            </AppLink>
          );
        })}
      </ChartSvg>
      <MapLegend id={id} classes={classes} absent={absent} format={format} unit={unit} />
      <Unplaced areas={unplaced} />
    </div>
  );
}

type TileShapeProps = {
  tile: Tile;
  row: MapRow;
  lines: readonly string[];
  grid: { columns: number; height: number };
  format: ValueFormat;
  mapId: string;
};

function TileShape({ tile, row, lines, grid: { columns, height }, format, mapId }: TileShapeProps) {
  const paint = mapPaint(row, `${mapId}-hatch`);
  const first = height / 2 - (lines.length * 13) / 2 + 3;
  return (
    <svg
      aria-hidden="true"
      x={percent((100 * tile.column) / columns)}
      y={tile.row * height + 2}
      width={percent(100 / columns)}
      height={height}
    >
      <title>{row.name}</title>
      <rect
        x="2"
        y="2"
        height={height - 4}
        rx="6"
        className={`focus-mark ${paint.shape}`}
        style={{ width: 'calc(100% - 4px)', ...paint.style }}
        strokeDasharray={paint.dash}
        strokeWidth={row.highlighted ? 3 : 1}
      />
      {row.highlighted && columns <= NAMED_COLUMNS ? (
        <circle cx="11" cy="11" r="4" className="fill-ink stroke-surface" strokeWidth={2} />
      ) : null}
      {lines.map((line, at) => (
        <text
          key={line}
          x="50%"
          y={first + at * 13}
          textAnchor="middle"
          className={`${paint.text} text-[11px] ${row.highlighted ? 'font-bold' : 'font-medium'}`}
        >
          {line}
        </text>
      ))}
      <text
        x="50%"
        y={first + lines.length * 13 + 3}
        textAnchor="middle"
        className={`${paint.text} text-xs font-semibold`}
      >
        {mapValue(row, format, columns > NAMED_COLUMNS)}
      </text>
    </svg>
  );
}
