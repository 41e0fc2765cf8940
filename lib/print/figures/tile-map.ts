import type { MapSpec, MapTile } from '@/lib/contracts/briefing';
import { INK, inkOn, JUDGEMENT_STEPS, MUTED, NO_JUDGEMENT_STEPS, PAPER } from './ink';
import { escapeXml, px } from './svg-text';

const GAP = 3;
const WIDTH = 340;
const LEGEND_LINE = 17;
/** Longer names would run over the edge of the key. */
const KEY_CHARACTERS = 24;

const fillOf = (palette: MapSpec['palette'], mapClass: number): string => {
  const steps = palette === 'no_judgement' ? NO_JUDGEMENT_STEPS : JUDGEMENT_STEPS;
  const index = palette === 'low_good' ? steps.length - mapClass : mapClass - 1;
  return steps[index] ?? PAPER;
};

const tileFill = (tile: MapTile, palette: MapSpec['palette']): string => {
  if (tile.state === 'suppressed') return 'url(#hatch)';
  return tile.mapClass === null ? PAPER : fillOf(palette, tile.mapClass);
};

const drawTile = (tile: MapTile, palette: MapSpec['palette'], side: number): string => {
  const inset = tile.selected ? 1.5 : 0.5;
  const x = tile.column * (side + GAP);
  const y = tile.row * (side + GAP);
  const fill = tileFill(tile, palette);
  const ink = tile.mapClass === null ? INK : inkOn(fill);
  const dash = tile.state === 'not_loaded' && !tile.selected ? ' stroke-dasharray="3 2"' : '';
  const stroke = tile.selected ? `stroke="${INK}" stroke-width="3"` : `stroke="${MUTED}" stroke-width="1"${dash}`;
  const box = `<rect x="${px(x + inset)}" y="${px(y + inset)}" width="${px(side - 2 * inset)}" height="${px(side - 2 * inset)}" fill="${fill}" ${stroke}/>`;
  const weight = tile.selected ? 700 : 500;
  const size = Math.min(13, side * 0.27);
  // On hatching, letters need a clear edge.
  const halo = tile.state === 'suppressed' ? ` stroke="${PAPER}" stroke-width="4" paint-order="stroke"` : '';
  const label = `<text x="${px(x + side / 2)}" y="${px(y + side * 0.46)}" text-anchor="middle" font-size="${px(size)}" font-weight="${weight}" fill="${ink}"${halo}>${escapeXml(tile.label)}</text>`;
  const value = `<text x="${px(x + side / 2)}" y="${px(y + side * 0.78)}" text-anchor="middle" font-size="${px(size)}" font-weight="${weight}" fill="${ink}"${halo}>${escapeXml(tile.value)}</text>`;
  return `<g><title>${escapeXml(`${tile.name}: ${tile.value}`)}</title>${box}${label}${value}</g>`;
};

type Key = { readonly fill: string; readonly dash: boolean; readonly thick: boolean; readonly label: string };

const ABSENT_KEYS = [
  { state: 'suppressed', fill: 'url(#hatch)', dash: false, label: 'c: suppressed' },
  { state: 'not_loaded', fill: PAPER, dash: true, label: 'x: not loaded' },
  { state: 'not_applicable', fill: PAPER, dash: false, label: 'z: not applicable' },
  { state: 'low', fill: PAPER, dash: false, label: 'low: rounds to 0' },
] as const;

const keysOf = (spec: MapSpec): readonly Key[] => {
  const keys: Key[] = spec.legend.map((entry) => ({
    fill: fillOf(spec.palette, entry.mapClass),
    dash: false,
    thick: false,
    label: entry.label,
  }));
  for (const key of ABSENT_KEYS) {
    if (spec.tiles.some(({ state }) => state === key.state)) keys.push({ thick: false, ...key });
  }
  const selected = spec.tiles.find((tile) => tile.selected);
  if (selected)
    keys.push({
      fill: PAPER,
      dash: false,
      thick: true,
      label: selected.name.length <= KEY_CHARACTERS ? selected.name : 'this briefing’s area',
    });
  return keys;
};

type KeyPlace = { readonly index: number; readonly lines: number; readonly top: number };

const drawKey = (key: Key, { index, lines, top }: KeyPlace): string => {
  const x = Math.floor(index / lines) * (WIDTH / 2);
  const y = top + (index % lines) * LEGEND_LINE;
  const stroke = key.thick
    ? `stroke="${INK}" stroke-width="2.5"`
    : `stroke="${MUTED}" stroke-width="1"${key.dash ? ' stroke-dasharray="3 2"' : ''}`;
  return `<rect x="${px(x + 1.5)}" y="${px(y + 1.5)}" width="16" height="10" fill="${key.fill}" ${stroke}/><text x="${px(x + 24)}" y="${px(y + 10.5)}" font-size="11.5" fill="${INK}">${escapeXml(key.label)}</text>`;
};

/** A tile for each area, in the given columns and rows, with the key underneath. */
export const tileMapSvg = (spec: MapSpec, alt: string): string => {
  const columns = Math.max(...spec.tiles.map((tile) => tile.column)) + 1;
  const rows = Math.max(...spec.tiles.map((tile) => tile.row)) + 1;
  const side = Math.min(54, (WIDTH - GAP * (columns - 1)) / columns);
  const keys = keysOf(spec);
  const lines = Math.ceil(keys.length / 2);
  const top = rows * (side + GAP) + 8;
  const height = top + lines * LEGEND_LINE + 2;
  // The selected tile last, so that its outline isn't covered by a neighbour.
  const tiles = [...spec.tiles].sort((a, b) => Number(a.selected) - Number(b.selected));
  const hatch = `<defs><pattern id="hatch" width="6" height="6" patternUnits="userSpaceOnUse"><rect width="6" height="6" fill="${PAPER}"/><path d="M0 6L6 0" stroke="${MUTED}" stroke-width="1"/></pattern></defs>`;
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${WIDTH} ${px(height)}" role="img" aria-label="${escapeXml(alt)}" font-family="Inter">${hatch}${tiles.map((tile) => drawTile(tile, spec.palette, side)).join('')}${keys.map((key, index) => drawKey(key, { index, lines, top })).join('')}</svg>`;
};
