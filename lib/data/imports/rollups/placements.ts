import { sql } from 'drizzle-orm';
import { z } from 'zod';
import type { Executor } from '@/db/client';
import { today } from '@/lib/data/clock';
import { INTO_OBSERVATION } from '@/lib/data/imports/area-sums';
import { findSuperseded } from '@/lib/data/imports/changes';
import {
  missingSpecialties,
  placementFacts,
  placementsOf,
  rootOfRelease,
  sitePositions,
} from '@/lib/data/imports/placement-rows';
import type { Rollup, StagedRelease } from '@/lib/data/imports/rollup';
import { type PeopleSubject, protectPeople } from '@/lib/data/people-protection';
import { TOTAL } from '@/lib/domain/disclosure/count-table';
import { countryOf, type Root } from '@/lib/domain/geography/area';
import { ALL } from '@/lib/domain/indicators/indicator';
import { peopleTable } from '@/lib/domain/placements/people-table';
import type { DatedPlacement } from '@/lib/domain/placements/placement';
import { isInYear, type PlacementYear, placementYears } from '@/lib/domain/placements/placement-year';
import {
  protectedFigures,
  STABILITY_OUTPUTS,
  type StabilityFigure,
  type StabilityOutput,
  WITHHELD_MEASURE,
} from '@/lib/domain/placements/protected-stability';
import { groupsOfAll, type StabilityGroup } from '@/lib/domain/placements/stability-groups';
import { bySpecialty, publishedBreakdown, RATE_INDICATORS } from '@/lib/domain/placements/stability-indicators';
import { stabilityByTrainee } from '@/lib/domain/placements/trainee-stability';
import { placementNotes } from './placement-notes';

const Codes = z.object({ rows: z.array(z.object({ code: z.string() })) });

/** Training regions of today. */
async function regionsOf(tx: Executor, root: Root): Promise<string[]> {
  const result = await tx.execute(
    sql`select code from area where type = 'training_region' and root = ${root} and valid_to is null`,
  );
  return Codes.parse(result).rows.map(({ code }) => code);
}

type YearTask = {
  readonly releaseId: string;
  readonly year: PlacementYear;
  readonly groups: readonly StabilityGroup[];
  readonly root: Root;
  /** Every region of the country has trainees, and no area is left out. */
  readonly isWhole: boolean;
  readonly hasSites: boolean;
};

async function outputFigures(tx: Executor, task: YearTask, output: StabilityOutput): Promise<StabilityFigure[]> {
  const { releaseId, groups, year, root } = task;
  const period = { label: year.label, start: year.from, end: year.to };
  const tables = [];
  for (const [quantity, behind] of Object.entries(output.tables)) {
    const subject: PeopleSubject = { releaseId, root, period, people: 'placements', quantity };
    const table = await protectPeople(tx, subject, (earlier) => peopleTable(groups, behind, earlier));
    if (!table) return groups.map(({ areaCode, breakdown }) => ({ areaCode, breakdown, ...WITHHELD_MEASURE }));
    tables.push(table);
  }
  return protectedFigures(groups, output, tables);
}

const PERCENT = 100;

const toRow = ({ root }: YearTask, output: StabilityOutput, figure: StabilityFigure) => {
  const { areaCode, breakdown, measure, numerator, denominator } = figure;
  const scale = output.isShare ? PERCENT : 1;
  return {
    indicator_id: breakdown === ALL ? output.indicatorId : bySpecialty(output.indicatorId),
    area_code: areaCode === TOTAL ? countryOf(root).code : areaCode,
    breakdown: publishedBreakdown(breakdown, output.step),
    numerator,
    denominator,
    value: measure.kind === 'value' ? scale * measure.value : null,
    status: measure.kind,
    note: measure.kind === 'not_applicable' ? measure.reason : null,
  };
};

/** One statement for a year, in the order given. */
const insertFigures = (tx: Executor, { releaseId, year, root }: YearTask, rows: readonly ReturnType<typeof toRow>[]) =>
  tx.execute(sql`
    ${INTO_OBSERVATION}
    select indicator_id, area_code, ${releaseId}, ${year.label}, ${year.from}::date, ${year.to}::date, breakdown, numerator,
      denominator, value, status, ${root === 'demonstration' ? 'demonstration' : 'derived'}, note
    from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as figure(indicator_id text, area_code text, breakdown text,
      numerator float8, denominator float8, value float8, status text, note text)`);

async function publishYear(tx: Executor, task: YearTask): Promise<void> {
  const outputs = STABILITY_OUTPUTS.filter(
    ({ indicatorId }) => task.hasSites || indicatorId !== RATE_INDICATORS.move_km,
  );
  const rows = [];
  for (const output of outputs) {
    const figures = await outputFigures(tx, task, output);
    const published = figures.filter(({ areaCode }) => areaCode !== TOTAL || task.isWhole);
    rows.push(...published.map((figure) => toRow(task, output, figure)));
  }
  await insertFigures(tx, task, rows);
}

type YearRequest = Pick<YearTask, 'year' | 'root'> & {
  placements: readonly DatedPlacement[];
  /** All that the country has. */
  regions: readonly string[];
};

/** Of regions that cover the year. Others are left out, and then it isn't the country. */
async function groupsIn(
  tx: Executor,
  { year, root, placements, regions }: YearRequest,
): Promise<Pick<YearTask, 'groups' | 'isWhole' | 'hasSites'>> {
  const positions = await sitePositions(tx, root, year.to);
  const window = { from: year.from, to: year.to, sitePositions: positions ?? new Map() };
  const trainees = stabilityByTrainee(placements, window).filter(
    (trainee) => isInYear(trainee) && year.covering.includes(trainee.areaCode),
  );
  const found = new Set(trainees.map(({ areaCode }) => areaCode));
  return {
    groups: groupsOfAll(trainees, TOTAL),
    isWhole: year.inPart.length === 0 && regions.every((code) => found.has(code)),
    hasSites: positions !== null,
  };
}

const MOST_NAMED = 5;

/** Counts of people are protected whole: a region's total can't be made of the lines of two files. */
async function partRefusal(tx: Executor, releaseId: string): Promise<string | null> {
  const missing = await missingSpecialties(tx, releaseId, await findSuperseded(tx, releaseId));
  if (missing.length === 0) return null;
  const named = missing.slice(0, MOST_NAMED).map(({ areaCode, specialty }) => `${specialty} in ${areaCode}`);
  const more = missing.length > MOST_NAMED ? ` and ${missing.length - MOST_NAMED} more` : '';
  return `${missing[0]?.title} has placements of ${named.join(', ')}${more} at the same time, and this file hasn't: its totals of the region would be of a part. Send all specialties of the region, or withdraw ${missing[0]?.releaseId} first`;
}

async function publish(tx: Executor, { releaseId }: StagedRelease): Promise<string | null> {
  const refusal = await partRefusal(tx, releaseId);
  if (refusal) return refusal;
  const root = await rootOfRelease(tx, releaseId);
  const { spans } = await placementFacts(tx, releaseId, root);
  const regions = await regionsOf(tx, root);
  const placements = await placementsOf(tx, releaseId);
  for (const year of placementYears(spans, today())) {
    const made = await groupsIn(tx, { year, root, placements, regions });
    if (made.groups.length > 0) await publishYear(tx, { releaseId, year, root, ...made });
  }
  return null;
}

/** Placement stability by region, specialty and level, protected when it is published: see docs/model.md. */
export const placementsRollup: Rollup = {
  dataset: 'placements',
  inputs: ['sites'],
  notes: placementNotes,
  publication: publish,
};
