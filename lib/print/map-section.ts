import type { MapFigure, MapSpec, MapTile } from '@/lib/contracts/briefing';
import { classOf, equalCountClasses, type MapClass } from '@/lib/domain/briefing/map-classes';
import { shortAreaName } from '@/lib/domain/geography/area-label';
import { absenceMark } from '@/lib/domain/indicators/absence-mark';
import { plotted } from '@/lib/domain/measure/measure';
import { formatNumber } from '@/lib/format/number';
import type { AreaFigures, BriefingInput, TilePlace } from './briefing-input';
import { tileMapSvg } from './figures/tile-map';

const PALETTE = { high_good: 'high_good', low_good: 'low_good', no_judgement: 'no_judgement' } as const;

type MapInput = { readonly input: BriefingInput; readonly map: AreaFigures; readonly classes: readonly MapClass[] };

const toTile = (place: TilePlace, { input, map, classes }: MapInput): MapTile => {
  const measure = map.figures.find((figure) => figure.areaCode === place.code)?.measure ?? { kind: 'not_loaded' };
  const value = plotted(measure);
  return {
    ...place,
    name: shortAreaName(place.name),
    value:
      value === null
        ? (absenceMark(measure, map.indicator.unit, map.indicator.decimals) ?? '–')
        : formatNumber(value, map.indicator.decimals),
    mapClass: value === null ? null : classOf(asPrinted(value, map.indicator.decimals), classes),
    state: measure.kind,
    selected: place.code === input.area.code,
  };
};

/** Classes are made from values as printed: two tiles that show the same number share a shade. */
const asPrinted = (value: number, decimals: number): number => Math.round(value * 10 ** decimals) / 10 ** decimals;

const rangeLabel = (entry: MapClass, { map }: MapInput): string => {
  const [lower, upper] = [entry.lower, entry.upper].map((end) => formatNumber(end, map.indicator.decimals));
  return lower === upper ? `${lower}` : `${lower} to ${upper}`;
};

/** “Need index, 2025–26” or “Posts filled, ST3, 2024”. */
export const figureName = (figures: AreaFigures): string =>
  [figures.indicator.name, figures.breakdownLabel, figures.periodLabel].filter((part) => part !== '').join(', ');

export const sourceNames = (figures: AreaFigures): string =>
  [...new Set(figures.figures.map((figure) => figure.source.name))].join('; ');

const altText = ({ input, map }: MapInput, spec: MapSpec): string => {
  const selected = spec.tiles.find((tile) => tile.selected);
  const loaded = spec.tiles.filter((tile) => tile.state === 'value').length;
  const own = selected ? ` ${selected.name}: ${selected.value}.` : '';
  const values = spec.tiles.map(
    (tile) => `${tile.name} ${tile.state === 'value' ? tile.value : tile.state.replace('_', ' ')}`,
  );
  return `Tile map of ${figureName(map)}, ${loaded} of ${spec.tiles.length} areas loaded.${own} All areas: ${values.join('; ')}. Source: ${sourceNames(map) || input.area.name}.`;
};

const title = ({ input, map }: MapInput, values: readonly number[]): string => {
  const own = map.figures.find((figure) => figure.areaCode === input.area.code);
  const value = own ? plotted(own.measure) : null;
  if (value === null) return figureName(map);
  const higher = values.filter((other) => other > value).length;
  const position =
    higher === 0
      ? 'the highest'
      : higher === values.length - 1
        ? 'the lowest'
        : `above ${values.length - 1 - higher} of the ${values.length - 1} others`;
  const known = values.length === input.places.length ? '' : ' loaded';
  return `${map.indicator.shortName}: ${input.area.name} is ${position}${known}`;
};

/** Null without places or without a single value: an empty map would say nothing. */
export const mapSection = (input: BriefingInput): MapFigure | null => {
  if (input.map === null || input.places.length === 0) return null;
  const values = input.map.figures.flatMap((figure) => plotted(figure.measure) ?? []);
  if (values.length === 0) return null;
  const { decimals } = input.map.indicator;
  const classes = equalCountClasses(values.map((value) => asPrinted(value, decimals)));
  const context = { input, map: input.map, classes };
  const spec: MapSpec = {
    palette: PALETTE[input.map.indicator.polarity],
    tiles: input.places.map((place) => toTile(place, context)),
    legend: context.classes.map((entry) => ({ mapClass: entry.mapClass, label: rangeLabel(entry, context) })),
  };
  const alt = altText(context, spec);
  return {
    title: title(context, values),
    caption: `${figureName(input.map)}. One tile for each area, placed by where it lies; equal-count classes. Source: ${sourceNames(input.map)}.`,
    alt,
    svg: tileMapSvg(spec, alt),
    spec,
  };
};
