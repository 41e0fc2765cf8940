import type { DatasetAbout } from './dataset';

type BoundaryId = 'boundaries_nhs_region' | 'boundaries_icb' | 'boundaries_lad';

interface BoundaryDataset<Id extends BoundaryId> extends DatasetAbout {
  readonly id: Id;
  readonly areaType: 'nhs_region' | 'icb' | 'local_authority';
  /** GSS codes of this type of area in England. */
  readonly code: RegExp;
}

const define = <const Id extends BoundaryId>(
  id: Id,
  what: string,
  areaType: BoundaryDataset<Id>['areaType'],
  code: RegExp,
): BoundaryDataset<Id> => ({
  id,
  title: `Boundaries of ${what}`,
  publisher: 'Office for National Statistics',
  about: `GeoJSON boundaries of ${what}, longitude and latitude, simplified on import for the map.`,
  isExchange: false,
  isRestricted: false,
  areaType,
  code,
});

export const BOUNDARY_DATASETS = [
  define('boundaries_nhs_region', 'NHS regions', 'nhs_region', /^E40\d{6}$/),
  define('boundaries_icb', 'integrated care boards', 'icb', /^E54\d{6}$/),
  define('boundaries_lad', 'local authorities', 'local_authority', /^E0[6-9]\d{6}$/),
] as const;
