import { sql } from 'drizzle-orm';
import { z } from 'zod';
import type { Executor } from '@/db/client';
import { today } from '@/lib/data/clock';
import { INTO_OBSERVATION } from '@/lib/data/imports/area-sums';
import { findSuperseded } from '@/lib/data/imports/changes';
import { type FigureNote, figureNote } from '@/lib/data/imports/figure-note';
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
  /** All that the country has. */
  readonly regions: readonly string[];
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

/** All regions together only where the file has every region of the country. */
const isPublished = ({ groups, regions }: YearTask) => {
  const found = new Set(groups.map(({ areaCode }) => areaCode));
  const isWhole = regions.every((code) => found.has(code));
  return ({ areaCode }: StabilityFigure) => areaCode !== TOTAL || isWhole;
};

async function publishYear(tx: Executor, task: YearTask): Promise<void> {
  const outputs = STABILITY_OUTPUTS.filter(
    ({ indicatorId }) => task.hasSites || indicatorId !== RATE_INDICATORS.move_km,
  );
  const rows = [];
  for (const output of outputs) {
    const figures = (await outputFigures(tx, task, output)).filter(isPublished(task));
    rows.push(...figures.map((figure) => toRow(task, output, figure)));
  }
  await insertFigures(tx, task, rows);
}

type YearRequest = Pick<YearTask, 'year' | 'root'> & { placements: readonly DatedPlacement[] };

async function groupsIn(
  tx: Executor,
  { year, root, placements }: YearRequest,
): Promise<Pick<YearTask, 'groups' | 'hasSites'>> {
  const positions = await sitePositions(tx, root, year.to);
  const window = { from: year.from, to: year.to, sitePositions: positions ?? new Map() };
  const trainees = stabilityByTrainee(placements, window).filter(isInYear);
  return { groups: groupsOfAll(trainees, TOTAL), hasSites: positions !== null };
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
  const { span } = await placementFacts(tx, releaseId, root);
  if (!span) return null;
  const regions = await regionsOf(tx, root);
  const placements = await placementsOf(tx, releaseId);
  for (const year of placementYears(span, today())) {
    const made = await groupsIn(tx, { year, root, placements });
    if (made.groups.length > 0) await publishYear(tx, { releaseId, year, root, regions, ...made });
  }
  return null;
}

async function notes(tx: Executor, { releaseId }: StagedRelease): Promise<FigureNote[]> {
  const root = await rootOfRelease(tx, releaseId);
  const { span, sites, placed, hasSites, elsewhere } = await placementFacts(tx, releaseId, root);
  const years = span ? placementYears(span, today()) : [];
  const which = years.map(({ label }) => label).join(', ');
  const made = figureNote(
    'method',
    years.length > 0
      ? `Placement stability is made at publication for ${which}. Placement years run from 1 August to 31 July; the first needs placements from before it, and the last must be over.`
      : 'No placement year (1 August to 31 July) is covered with placements from before it: no figure of placement stability is made. Send longer histories.',
    which,
  );
  const positions = hasSites
    ? `${sites - placed} of ${sites} sites have no position in sites.csv: moves from or to them have no distance.`
    : `Distances wait for sites.csv: none of ${sites} sites has a position. The rest is made; the order of the two files doesn't matter.`;
  return [
    made,
    ...(placed < sites ? [figureNote(hasSites ? 'partial' : 'missing', positions, 'sites')] : []),
    ...(elsewhere > 0
      ? [figureNote('partial', `${elsewhere} lines are of areas that are no training region: they are left out.`)]
      : []),
  ];
}

/** Placement stability by region, specialty and level, protected when it is published: see docs/model.md. */
export const placementsRollup: Rollup = { dataset: 'placements', inputs: ['sites'], notes, publication: publish };
