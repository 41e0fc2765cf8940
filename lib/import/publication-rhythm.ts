import { DATASETS, type DatasetId } from './dataset-list';

/** After how many months a newer file is expected, null where none is, and why that often. */
export type UpdateInterval = { readonly everyMonths: number | null; readonly reason: string };

const every = (everyMonths: number, reason: string): UpdateInterval => ({ everyMonths, reason });
const irregular = (reason: string): UpdateInterval => ({ everyMonths: null, reason });

const MONTHLY = every(1, 'NHS England publishes it monthly');
const BOARDS_CHANGE = 'codes of boards and authorities change on 1 April, and ONS publishes them each year';
const INDICES = irregular('the indices come out every few years, at no fixed interval');
const SAFE_HAVEN = every(12, 'one more entry year each year');

const UPDATE_INTERVALS: Readonly<Record<DatasetId, UpdateInterval>> = {
  establishment: every(3, 'posts are counted at the end of each quarter'),
  fill: every(12, 'recruitment is counted by year'),
  retention: every(12, 'one more cohort each year'),
  home_school: SAFE_HAVEN,
  school_foundation: SAFE_HAVEN,
  intake: SAFE_HAVEN,
  cohort: SAFE_HAVEN,
  young_people: every(12, 'ONS publishes mid-year estimates yearly'),
  school_facts: every(12, 'intakes and foundation places are counted by year'),
  placements: every(12, 'a placement year ends each July'),
  sites: every(12, 'chosen here: sites open, close and move, mostly with the placement year'),
  imd2019_file1: INDICES,
  imd2019_file7: INDICES,
  imd2025_file1: INDICES,
  imd2025_file7: INDICES,
  imd2025_summary_icb: INDICES,
  imd2025_summary_lad: INDICES,
  ons_lsoa_icb: every(12, BOARDS_CHANGE),
  ons_lad_region: every(12, BOARDS_CHANGE),
  boundaries_nhs_region: every(12, BOARDS_CHANGE),
  boundaries_icb: every(12, BOARDS_CHANGE),
  boundaries_lad: every(12, BOARDS_CHANGE),
  census_residents_lsoa: every(120, 'a census is taken every ten years'),
  gp_practice_high: MONTHLY,
  gp_practice_detailed: MONTHLY,
  gp_individual: MONTHLY,
  hchs_core1: MONTHLY,
  hchs_core3_doctors: MONTHLY,
  hchs_turnover1: MONTHLY,
  nhs_vacancy: every(3, 'NHS England publishes it quarterly'),
  specialty_fill_rates: every(12, 'NHS England publishes it by recruitment year'),
  nhse_allocations_practice: every(12, 'allocations are set by financial year'),
  patients_practice: every(3, 'NHS England publishes patients by small area quarterly'),
  gp_supply_lad: irregular('summed for Stead from one release of practices'),
  heec_region_series: irregular('its publisher states no interval'),
};

export const updateIntervalOf = (dataset: DatasetId): UpdateInterval => UPDATE_INTERVALS[dataset];

/** The same for sources of the published pack. */
const PACK_SOURCES: Readonly<Record<string, number>> = {
  'nhse-gp-workforce': 1,
  'nhse-allocations-2025-26': 12,
  'specialty-applications': 12,
};

const IMPORTED = /^import-(.+)$/;

/** Months between two publications of a source; null where that isn't known. A rule of small numbers may follow the dataset. */
export const everyMonthsOf = (sourceId: string): number | null => {
  const [, rest] = IMPORTED.exec(sourceId) ?? [];
  if (rest === undefined) return PACK_SOURCES[sourceId] ?? null;
  const dataset = DATASETS.find(({ id }) => rest === id || rest.startsWith(`${id}-`));
  return dataset ? updateIntervalOf(dataset.id).everyMonths : null;
};
