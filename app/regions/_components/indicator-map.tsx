import type { ValueFormat } from '@/components/charts/value-format';
import { BoundaryMap } from '@/components/maps/boundary-map';
import { BubbleMap } from '@/components/maps/bubble-map';
import type { MapArea } from '@/components/maps/map-rows';
import { TileMap } from '@/components/maps/tile-map';
import { type LinkTab, LinkTabs } from '@/components/ui/link-tabs';
import type { BoundaryMap as Boundaries } from '@/lib/contracts/boundary-map';
import type { ComparedType } from '@/lib/contracts/region';
import { type RegionsQuery, regionsHref } from '@/lib/contracts/regions-query';
import { BOUNDARY_DATASETS } from '@/lib/import/boundary-datasets';

type IndicatorMapProps = {
  query: RegionsQuery;
  areas: readonly MapArea[];
  /** Null where no file is loaded. */
  boundaries: Boundaries | null;
  format: ValueFormat;
  unit: string;
  alternative: string;
};

/** More areas than these are too many for tiles and bubbles. */
const TILED: ReadonlySet<ComparedType> = new Set<ComparedType>(['training_region', 'nhs_region', 'icb']);

/** Whether the address asks for a drawing that can be made. */
export const hasMap = ({ type, view }: RegionsQuery, boundaries: Boundaries | null): boolean =>
  TILED.has(type) || (view === 'boundaries' && boundaries !== null);

/** The licence of what is drawn, a sentence to a line. */
export const mapCredits = ({ view }: RegionsQuery, boundaries: Boundaries | null): string[] =>
  view === 'boundaries' && boundaries ? boundaries.licence.split(/(?<=\.)\s+/) : [];

function mapTabs(query: RegionsQuery, boundaries: Boundaries | null): LinkTab[] {
  const tab = (view: RegionsQuery['view'], label: string): LinkTab => ({
    href: regionsHref({ ...query, view }),
    label,
    current: query.view === view,
  });
  return [
    ...(TILED.has(query.type) ? [tab('tiles', 'Tiles'), tab('bubbles', 'Bubbles')] : [tab('tiles', 'No map')]),
    ...(boundaries ? [tab('boundaries', 'Boundaries')] : []),
  ];
}

/** One indicator on a map, with its kinds to choose from. */
export function IndicatorMap({ query, boundaries, ...map }: IndicatorMapProps) {
  return (
    <>
      <MapChoice query={query} boundaries={boundaries} />
      <MapOfView view={query.view} isTiled={TILED.has(query.type)} boundaries={boundaries} {...map} />
    </>
  );
}

/** The kinds of map, and which file would add the one that isn’t there. */
export function MapChoice({ query, boundaries }: Pick<IndicatorMapProps, 'query' | 'boundaries'>) {
  const tabs = mapTabs(query, boundaries);
  return (
    <div className="flex flex-col gap-3 pb-3">
      {tabs.length > 1 ? <LinkTabs label="Kind of map" tabs={tabs} /> : null}
      {boundaries ? null : <BoundaryHint type={query.type} />}
    </div>
  );
}

type MapOfViewProps = Omit<IndicatorMapProps, 'query'> & { view: RegionsQuery['view']; isTiled: boolean };

function MapOfView({ view, isTiled, boundaries, ...map }: MapOfViewProps) {
  if (view === 'boundaries' && boundaries) return <BoundaryMap id="map" boundaries={boundaries} {...map} />;
  if (!isTiled) return null;
  return view === 'bubbles' ? (
    <BubbleMap id="map" sizeText="people, Census 2021" {...map} />
  ) : (
    <TileMap id="map" {...map} />
  );
}

/** Nothing for kinds of areas that no boundary file is of. */
function BoundaryHint({ type }: { type: ComparedType }) {
  const dataset = BOUNDARY_DATASETS.find(({ areaType }) => areaType === type);
  if (!dataset) return null;
  return (
    <p className="max-w-prose text-sm text-muted">
      {`A map of real boundaries is not loaded. An analyst adds it by importing a GeoJSON file: ${dataset.title}, ${dataset.publisher}.`}
    </p>
  );
}
