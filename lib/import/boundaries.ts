import { z } from 'zod';
import { BOUNDARY_DATASETS } from './boundary-datasets';
import { FileRefused } from './refusal';

/** Rings of an area: polygons, each an outer ring and its holes, as [longitude, latitude]. */
export type Rings = number[][][][];

export interface BoundarySource {
  readonly code: string;
  readonly name: string;
  readonly polygons: Rings;
}

export interface BoundaryFile {
  readonly dataset: (typeof BOUNDARY_DATASETS)[number];
  readonly areas: readonly BoundarySource[];
  /** Features of Wales, Scotland and Northern Ireland, which were left out. */
  readonly outsideEngland: number;
  readonly licence: string;
  /** Year of the codes where a property names it, as in ICB24CD. */
  readonly year: number | null;
}

const Position = z.array(z.number()).min(2);
const Ring = z.array(Position).min(4);
const Geometry = z.discriminatedUnion('type', [
  z.looseObject({ type: z.literal('Polygon'), coordinates: z.array(Ring).min(1) }),
  z.looseObject({ type: z.literal('MultiPolygon'), coordinates: z.array(z.array(Ring).min(1)).min(1) }),
]);
const Feature = z.looseObject({
  type: z.literal('Feature'),
  properties: z.record(z.string(), z.unknown()),
  geometry: Geometry,
});
const Collection = z.looseObject({
  type: z.literal('FeatureCollection'),
  features: z.array(Feature).min(1).max(2_000),
  licence: z.string().max(2_000).optional(),
  license: z.string().max(2_000).optional(),
  crs: z.unknown().optional(),
});
type Feature = z.infer<typeof Feature>;

const ONS_LICENCE =
  'Source: Office for National Statistics licensed under the Open Government Licence v3.0. Contains OS data © Crown copyright and database right.';

/** Files of the Office for National Statistics are often of the whole United Kingdom. */
const OUTSIDE_ENGLAND = /^[NSW]\d{8}$/;

const nameKey = /(?:^|_)name$|^[A-Z]+\d{2}NM$|_name$/i;

const textAt = (properties: Readonly<Record<string, unknown>>, key: string): string => {
  const value = properties[key];
  return typeof value === 'string' ? value.trim() : '';
};

/** The type of area whose codes most features carry under one property. */
const findCodes = (features: readonly Feature[]): { key: string; dataset: BoundaryFile['dataset'] } | null => {
  const first = features[0]?.properties ?? {};
  // An ICB file also names the region of each board: the property with the most distinct codes is the area's own.
  const candidates = Object.keys(first).flatMap((key) =>
    BOUNDARY_DATASETS.map((dataset) => ({
      key,
      dataset,
      codes: new Set(
        features.map(({ properties }) => textAt(properties, key)).filter((code) => dataset.code.test(code)),
      ).size,
    })),
  );
  const best = candidates.reduce<(typeof candidates)[number] | null>(
    (most, one) => (one.codes > (most?.codes ?? 0) ? one : most),
    null,
  );
  return best && { key: best.key, dataset: best.dataset };
};

const findName = (properties: Readonly<Record<string, unknown>>, codeName: string): string => {
  const own = codeName
    .replace(/cd$/i, 'NM')
    .replace(/_(?:code|gss)$/, '_name')
    .replace(/_gss$/, '');
  const keys = [own, codeName.replace(/_gss$/, ''), ...Object.keys(properties).filter((key) => nameKey.test(key))];
  return (
    keys
      .filter((key) => key !== codeName)
      .map((key) => textAt(properties, key))
      .find((name) => name !== '') ?? ''
  );
};

const isLongitudeLatitude = ([longitude = 999, latitude = 999]: readonly number[]): boolean =>
  longitude >= -9 && longitude <= 3 && latitude >= 49 && latitude <= 61;

const polygonsOf = ({ geometry }: Feature): Rings =>
  (geometry.type === 'Polygon' ? [geometry.coordinates] : geometry.coordinates).map((polygon) =>
    polygon.map((ring) => ring.map(([longitude = 0, latitude = 0]) => [longitude, latitude])),
  );

const refuse = (label: string, message: string): never => {
  throw new FileRefused(label, message);
};

const parseJson = (text: string): unknown => {
  try {
    return JSON.parse(text);
  } catch {
    // JSON.parse tells of a fault only by throwing.
    return refuse('bad_json', 'The file is not complete JSON. Download it again.');
  }
};

const toArea = (
  feature: Feature,
  index: number,
  { key, dataset }: { key: string; dataset: BoundaryFile['dataset'] },
): BoundarySource => {
  const code = textAt(feature.properties, key);
  if (!dataset.code.test(code)) refuse('bad_code', `Feature ${index + 1} has no code of this type of area (${key}).`);
  const polygons = polygonsOf(feature);
  if (!polygons.flat(2).every(isLongitudeLatitude)) {
    refuse(
      'not_longitude_latitude',
      'The coordinates are not longitude and latitude in England. Download the file as WGS84 (EPSG:4326).',
    );
  }
  return { code, name: findName(feature.properties, key), polygons };
};

const yearOf = (key: string): number | null => {
  const year = /(\d{2})(?:cd|_code)$/i.exec(key)?.[1];
  return year === undefined ? null : 2000 + Number(year);
};

/**
 * Areas of a GeoJSON file of the Office for National Statistics, with the line that its licence asks to be shown.
 * @throws FileRefused where it holds no boundaries of NHS regions, ICBs or local authorities in longitude and latitude.
 */
export const parseBoundaries = (text: string): BoundaryFile => {
  const parsed = Collection.safeParse(parseJson(text));
  if (!parsed.success) {
    const issue = parsed.error.issues[0];
    const where = issue ? ` (${issue.path.join('.')}: ${issue.message})` : '';
    return refuse('not_boundaries', `This is not a collection of polygons${where}.`);
  }
  const { features, licence, license } = parsed.data;
  const codes = findCodes(features);
  if (!codes)
    return refuse(
      'unknown_areas',
      'No feature has the code of an NHS region (E40…), an ICB (E54…) or a local authority (E06…–E09…).',
    );
  const areas = features.flatMap((feature, index) =>
    OUTSIDE_ENGLAND.test(textAt(feature.properties, codes.key)) ? [] : [toArea(feature, index, codes)],
  );
  const seen = new Set(areas.map(({ code }) => code));
  if (seen.size < areas.length) refuse('duplicate_key', 'An area stands in the file twice.');
  return {
    dataset: codes.dataset,
    areas,
    outsideEngland: features.length - areas.length,
    licence: licence ?? license ?? ONS_LICENCE,
    year: yearOf(codes.key),
  };
};
