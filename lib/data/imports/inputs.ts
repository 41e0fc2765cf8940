import { sql } from 'drizzle-orm';
import { z } from 'zod';
import type { Executor } from '@/db/client';
import { joinDecision, LSOA_COUNT } from '@/lib/domain/geography/lsoa-vintage';
import type { DatasetId } from '@/lib/import/dataset-list';
import { areaOf } from './area-codes';
import { absentBoards, BOARDS_BY_NHS_CODE } from './area-sums';
import { type FigureNote, figureNote } from './figure-note';

const Input = z.object({
  releaseId: z.string(),
  title: z.string(),
  lsoaYear: z.number().nullable(),
  rows: z.number(),
  /** Codes of boards in it that are no loaded area. */
  strangers: z.number(),
  /** The boards in it, each by its code in the list of areas; null where it names none. */
  boards: z.array(z.string()).nullable(),
});
type Input = z.infer<typeof Input>;

/** Published files of a dataset: those whose boards are all known first, then the newest codes. */
async function publishedInputs(tx: Executor, dataset: DatasetId): Promise<Input[]> {
  const result = await tx.execute(sql`
    select release.id as "releaseId", release.title, (vintage.years->>'lsoa')::int as "lsoaYear", import_file.rows,
      (select count(*)::int from unnest(named.boards) as board where board not in (select code from area)) as strangers, named.boards
    from release join import_file on import_file.release_id = release.id
      cross join lateral (
        select array_agg(distinct ${areaOf(sql`board.code`)} order by ${areaOf(sql`board.code`)}) as boards
        from (select distinct body->>'icbCode' as code from source_row where release_id = release.id) as board
        where board.code is not null) as named
      cross join lateral (select import_file.vintage->'geography' as years) as vintage
    where release.dataset = ${dataset} and release.status = 'published'
    order by 5, (vintage.years->>'icb')::int desc nulls last, release.loaded_at desc`);
  return z.object({ rows: z.array(Input) }).parse(result).rows;
}

/** A file to join to, or why there is none. */
export type FoundInput =
  | {
      readonly kind: 'found';
      readonly releaseId: string;
      /** It, then the newest look-up to each other list of boards: they are the boards of another time. */
      readonly releaseIds: readonly string[];
    }
  | { readonly kind: 'none'; readonly note: FigureNote };

/** A file of a part of the country says nothing of regions. */
const SMALL_AREAS: Readonly<Record<number, number>> = LSOA_COUNT;

const isWhole = ({ lsoaYear, rows }: Input): boolean =>
  rows >= (SMALL_AREAS[lsoaYear ?? 0] ?? Number.POSITIVE_INFINITY);

const listWords = (year: number | null): string =>
  year === null ? 'a list of small areas (LSOAs) that it does not name' : `small areas (LSOAs) of ${year}`;

/** A look-up, or residents, of all small areas of the same list. Lists of different years are never joined. */
export async function findSmallAreaInput(
  tx: Executor,
  { dataset, what, lsoaYear }: { dataset: DatasetId; what: string; lsoaYear: number | null },
): Promise<FoundInput> {
  const inputs = (await publishedInputs(tx, dataset)).filter(isWhole);
  const joinable = inputs.filter((input) => joinDecision(lsoaYear, input.lsoaYear).kind === 'joinable');
  const [first] = joinable;
  if (first) {
    const lists = new Map<string, string>();
    for (const { boards, releaseId } of joinable) {
      const list = (boards ?? []).join(' ');
      if (!lists.has(list)) lists.set(list, releaseId);
    }
    return { kind: 'found', releaseId: first.releaseId, releaseIds: [...lists.values()] };
  }
  const wanted = `${what} of the ${listWords(lsoaYear)}`;
  const [other] = inputs;
  if (!other) {
    const message = `Figures wait for ${wanted}, all of England: they are made when that file is published. The order of the two doesn't matter.`;
    return { kind: 'none', note: figureNote('missing', message, what) };
  }
  const message = `${other.title} is of ${listWords(other.lsoaYear)}, this file of ${listWords(lsoaYear)}. They are not joined: the codes look alike and are of other places. Load ${wanted}.`;
  return { kind: 'none', note: figureNote('not_joined', message, what) };
}

const Vintage = z.object({
  lsoaYear: z.number().nullable(),
  period: z.string().nullable(),
  areaCode: z.string().nullable(),
});
export type StagedVintage = z.infer<typeof Vintage>;

/** What the file says, or the person who sent it said, that it is of. */
export async function vintageOf(tx: Executor, releaseId: string): Promise<StagedVintage> {
  const result = await tx.execute(sql`
    select (vintage->'geography'->>'lsoa')::int as "lsoaYear", vintage->>'to' as period, vintage->>'areaCode' as "areaCode"
    from import_file where release_id = ${releaseId}`);
  const [row] = z.object({ rows: z.array(Vintage) }).parse(result).rows;
  return row ?? { lsoaYear: null, period: null, areaCode: null };
}

/** The day that a file was said to be of; null where nothing, or no day, was said. */
export async function givenDay(tx: Executor, releaseId: string): Promise<string | null> {
  const { period } = await vintageOf(tx, releaseId);
  return period !== null && /^\d{4}-\d{2}-\d{2}$/.test(period) ? period : null;
}

export const NO_DAY: FigureNote = figureNote(
  'missing',
  'The file does not say of which day it is: no figure is made. Discard it and send it again with the day as its period (a field of the form; on the command line --period 2026-03-31).',
);

/** Says so where a file of practices has none in some board: then it is of a part of the country. */
export async function absentBoardNotes(
  tx: Executor,
  { releaseId, key, result: consequence }: { releaseId: string; key: string; result: string },
): Promise<FigureNote[]> {
  const boards = sql`
    select board.code from source_row join ${BOARDS_BY_NHS_CODE} as board(nhs_code, code) on board.nhs_code = body->>${key}
    where release_id = ${releaseId}`;
  const result = await tx.execute(sql`select count(*)::int as n from (${absentBoards(boards)}) as absent`);
  const [row] = z.object({ rows: z.array(z.object({ n: z.number() })) }).parse(result).rows;
  if (!row || row.n === 0) return [];
  return [figureNote('partial', `The file has no practice of ${row.n} boards: ${consequence}.`, 'boards')];
}
