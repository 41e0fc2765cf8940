import 'server-only';
import type { EqualityPart } from '@/lib/contracts/equality';
import { OTHER_REGIONS } from '@/lib/contracts/equality';
import type { JobPanel } from '@/lib/contracts/job-representation';
import type { Viewer } from '@/lib/domain/access/access';
import { FIXED_VALUES } from '@/lib/domain/journeys/journey-record';
import { findShape, type JourneyShape } from '@/lib/domain/journeys/journey-shapes';
import { sourceRules } from '@/lib/domain/journeys/source-rules';
import { SUPPRESSED } from '@/lib/domain/measure/measure';
import type { TrainingStage } from '@/lib/domain/reach/equality-parts';
import { jobRepresentation } from '@/lib/domain/reach/job-representation';
import { baseOf } from '@/lib/domain/reach/jobs-table';
import { type PlaceAsked, peopleOfPlaces, type RegionGrid } from '@/lib/domain/reach/region-people';
import { NOT_FOR_READER, REGION_STAGES } from '@/lib/format/equality-words';
import { JOB_CHARACTERISTICS } from '@/lib/format/job-words';
import { readingFor, WITHHELD_WORDS, whyNotGiven } from './audience';
import { journeyYears } from './journey-years';
import type { TableSource } from './table-source';

const CHARACTERISTICS = ['sex', 'ethnicity', 'quintile'] as const;
type Characteristic = (typeof CHARACTERISTICS)[number];
type Stage = TrainingStage;
type Region = { readonly code: string; readonly name: string };

/** Tables that hold everybody who trains in a region at a stage, and on which side the region stands. */
const TABLES: Readonly<Record<Stage, readonly { readonly id: string; readonly side: RegionGrid['side'] }[]>> = {
  specialty: [
    { id: 'foundation_region_by_specialty_region', side: 'columns' },
    { id: 'specialty_region_by_career_region', side: 'rows' },
  ],
  foundation: [
    { id: 'foundation_region_by_specialty_region', side: 'rows' },
    { id: 'home_region_by_foundation_region', side: 'columns' },
  ],
};

const shapeOf = (id: string): JourneyShape => {
  const shape = findShape(id);
  if (!shape) throw new Error(`There is no table ${id}`);
  return shape;
};

/** The tables of the people of one value; none where the source doesn't hold them. */
const gridsOf = (from: TableSource, stage: Stage, by: Characteristic, value: string): RegionGrid[] =>
  TABLES[stage].flatMap(({ id, side }) => {
    const outcome = from.table(shapeOf(id), { [by]: value });
    return outcome.kind === 'table' ? [{ ...outcome.table, side }] : [];
  });

/** Every table is there: without a base, a part of it is withheld. */
const baseWithheld = (one: JobPanel['jobs'][number]['groups'][number]) =>
  one.share.kind === 'value' && one.ratio.kind === 'not_loaded' ? { ...one, ratio: SUPPRESSED } : one;

function panelOf(from: TableSource, places: readonly PlaceAsked[], stage: Stage, by: Characteristic): JobPanel | null {
  const characteristic = JOB_CHARACTERISTICS.find(({ axis }) => axis === by);
  if (!characteristic) return null;
  const compared = characteristic.groups.map(({ group }) => group);
  const groups = new Map(compared.map((group) => [group, gridsOf(from, stage, by, group)]));
  if ([...groups.values()].some((grids) => grids.length === 0)) return null;
  const unknown = FIXED_VALUES[by].filter((value) => !compared.includes(value));
  const rules = sourceRules(from.source);
  const words = REGION_STAGES[stage];
  const people = peopleOfPlaces(places, {
    groups,
    unknown: unknown.map((value) => gridsOf(from, stage, by, value)),
    stage: words.stage,
  });
  const base = baseOf(people, characteristic, { name: words.base, rules });
  return {
    characteristic: characteristic.id,
    base: words.base,
    baseSource: journeyYears(from),
    groups: characteristic.groups.map(({ group, words: named, short }) => ({ group, words: named, short })),
    jobs: jobRepresentation(people, { characteristic, base, rules }).map(
      ({ job, unknown: unsaid, groups: shares }, at) => ({
        code: job,
        name: places[at]?.name ?? job,
        unknown: unsaid,
        groups: shares.map(baseWithheld),
      }),
    ),
  };
}

/** The touched regions by name, then all others together: every region is in the base once. */
const placesOf = (regions: readonly Region[], codes: readonly string[]): PlaceAsked[] => {
  const touched = regions.filter(({ code }) => codes.includes(code));
  const others = regions.filter(({ code }) => !codes.includes(code)).map(({ code }) => code);
  return [
    ...touched.map(({ code, name }) => ({ code, name, regions: [code] })),
    ...(others.length > 0 ? [{ code: OTHER_REGIONS, name: 'All other regions together', regions: others }] : []),
  ];
};

/** Who trains in the touched regions at a stage, against everybody who trains in any; null where the source doesn't hold it. */
export function regionPart(
  viewer: Viewer,
  from: TableSource,
  { regions, codes, stage }: { regions: readonly Region[]; codes: readonly string[]; stage: Stage },
): EqualityPart | null {
  const part = `${stage}_region` as const;
  for (const { id } of TABLES[stage]) {
    if (readingFor(viewer, shapeOf(id), true) !== 'all') return { part, withheld: NOT_FOR_READER.words, panels: [] };
    for (const by of CHARACTERISTICS) {
      const why = whyNotGiven(viewer, from, shapeOf(id), { [by]: '' });
      if (why) return { part, withheld: WITHHELD_WORDS[why], panels: [] };
    }
  }
  const places = placesOf(regions, codes);
  const panels = CHARACTERISTICS.flatMap((by) => panelOf(from, places, stage, by) ?? []);
  return panels.length === 0 ? null : { part, withheld: '', panels };
}
