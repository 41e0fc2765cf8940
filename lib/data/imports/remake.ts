import { eq, type SQL, sql } from 'drizzle-orm';
import { z } from 'zod';
import type { Executor } from '@/db/client';
import { importFile, observation } from '@/db/schema';
import { type ImportChanges, ImportNote } from '@/lib/contracts/import';
import { ImportRefused } from '@/lib/data/errors';
import { RuleSetId } from '@/lib/domain/disclosure/rule-set';
import { DATASETS } from '@/lib/import/dataset-list';
import { findChanges, findSuperseded } from './changes';
import { codeNotes } from './code-notes';
import { coverageNotes } from './coverage';
import { type FigureNote, figureNote, withFigureNotes } from './figure-note';
import { qualityNotes } from './quality-notes';
import type { StagedRelease } from './rollup';
import { dependentsOf, rollupOf } from './rollup-list';

const IN_JOURNEYS: ReadonlySet<string> = new Set(['cohort', 'intake', 'home_school', 'school_foundation']);

/** What the preview can't count, because it is made when the file is published, or is no figure of an area. */
const laterNotes = (dataset: string): FigureNote[] => {
  if (IN_JOURNEYS.has(dataset)) {
    return [
      figureNote(
        'method',
        'Journeys, schools and findings are made of it when it is published: no figure of an area is.',
      ),
    ];
  }
  return rollupOf(dataset)?.publication
    ? [
        figureNote(
          'method',
          'Its figures are counted and protected when it is published: the preview counts none of them.',
        ),
      ]
    : [];
};

/** Makes the figures of a release that don't come in parts, and says what there is to know of all, and what checks find in them. */
export async function finishFigures(tx: Executor, dataset: string, staged: StagedRelease) {
  const rollup = rollupOf(dataset);
  await rollup?.figures?.(tx, staged);
  const superseded = await findSuperseded(tx, staged.releaseId);
  const merged = (await rollup?.merged?.(tx, staged, superseded)) ?? [];
  const notes = (await rollup?.notes?.(tx, staged)) ?? [];
  const codes = await codeNotes(tx, staged.releaseId, dataset);
  const coverage = await coverageNotes(tx, { releaseId: staged.releaseId, dataset, superseded });
  const quality = await qualityNotes(tx, staged.releaseId, superseded);
  return { notes: [...codes, ...coverage, ...merged, ...notes, ...laterNotes(dataset), ...quality], superseded };
}

async function makeFigures(tx: Executor, dataset: string, staged: StagedRelease) {
  for (const part of rollupOf(dataset)?.parts ?? []) await part(tx, staged);
  return finishFigures(tx, dataset, staged);
}

const Dependent = z.object({
  importId: z.string(),
  dataset: z.string(),
  releaseId: z.string(),
  ruleSet: RuleSetId,
  isStaged: z.boolean(),
  flags: z.array(ImportNote),
});
type Dependent = z.infer<typeof Dependent>;

/** Says that sums of a release are made with rows of others of its dataset. */
const MERGED = JSON.stringify([{ rule: 'figures_merged' }]);

async function findMade(tx: Executor, which: SQL): Promise<Dependent[]> {
  const result = await tx.execute(sql`
    select import_file.id as "importId", release.dataset, release.id as "releaseId", import_file.rule_set as "ruleSet",
      release.status in ('staged', 'scheduled') as "isStaged", import_file.flags
    from release join import_file on import_file.release_id = release.id
    where (${which}) and import_file.status in ('ready', 'scheduled', 'published')
    order by release.loaded_at`);
  return z.object({ rows: z.array(Dependent) }).parse(result).rows;
}

const findDependents = (tx: Executor, dataset: string, cause: string) =>
  findMade(
    tx,
    sql`release.dataset = any(${sql.param([...dependentsOf(dataset)])}::text[])
      or release.dataset = ${dataset} and release.id <> ${cause} and import_file.flags @> ${MERGED}::jsonb`,
  );

/** Releases of published files that name one of these codes, and those whose figures are made with them. */
async function findNaming(tx: Executor, codes: readonly string[]): Promise<Dependent[]> {
  const published = DATASETS.filter(({ isExchange }) => !isExchange).map(({ id }) => id);
  const any = sql`any(${sql.param([...codes])}::text[])`;
  const naming = await findMade(
    tx,
    sql`release.dataset = any(${sql.param(published)}::text[]) and (
      exists (select from source_row where source_row.release_id = release.id
        and (body->>'icbCode' = ${any} or body->>'ladCode' = ${any} or body->>'areaCode' = ${any}))
      or exists (select from boundary_set, jsonb_array_elements(areas) as shape
        where boundary_set.release_id = release.id and shape->>'code' = ${any}))`,
  );
  const dependents = [...new Set(naming.flatMap(({ dataset }) => dependentsOf(dataset)))];
  const made = await findMade(tx, sql`release.dataset = any(${sql.param(dependents)}::text[])`);
  const isNaming = new Set(naming.map(({ releaseId }) => releaseId));
  return [...naming, ...made.filter(({ releaseId }) => !isNaming.has(releaseId))];
}

/** Makes the figures of these releases again, and what there is to know of them. Gives the releases. */
async function remakeAll(tx: Executor, releases: readonly Dependent[]): Promise<string[]> {
  for (const { importId, isStaged, flags, ...staged } of releases) {
    await tx.delete(observation).where(eq(observation.releaseId, staged.releaseId));
    const { notes, superseded } = await makeFigures(tx, staged.dataset, staged);
    const refusal = isStaged ? null : await rollupOf(staged.dataset)?.publication?.(tx, staged);
    if (refusal) throw new ImportRefused(`Figures of ${staged.releaseId} can't be made again: ${refusal}.`);
    const changes: { changes?: ImportChanges } = isStaged
      ? { changes: await findChanges(tx, staged.releaseId, superseded) }
      : {};
    await tx
      .update(importFile)
      .set({ flags: withFigureNotes(flags, notes), ...changes })
      .where(eq(importFile.id, importId));
  }
  return releases.map(({ releaseId }) => releaseId);
}

/**
 * Makes the figures again that are made with a dataset, after one of its files (`cause`) was published or withdrawn, so that
 * the order of files doesn't matter. The rows of a release never change.
 */
export const remakeDependents = async (tx: Executor, dataset: string, cause: string): Promise<string[]> =>
  remakeAll(tx, await findDependents(tx, dataset, cause));

/** The same where codes are read as other areas than before, whichever files name them. */
export const remakeNaming = async (tx: Executor, codes: readonly string[]): Promise<string[]> =>
  codes.length === 0 ? [] : remakeAll(tx, await findNaming(tx, codes));
