import { and, eq, inArray, ne } from 'drizzle-orm';
import { z } from 'zod';
import type { Executor } from '@/db/client';
import { importFile } from '@/db/schema';
import { GivenAbout, type ImportNote } from '@/lib/contracts/import';
import { RuleSetId } from '@/lib/domain/disclosure/rule-set';
import { canonicalJson } from '@/lib/domain/pathway/canonical-json';
import { listInWords } from '@/lib/format/words';
import { statedBase } from '@/lib/import/count-rules';
import { type DatasetId, findDataset } from '@/lib/import/dataset-list';

/** Counts of entrants, graduates and trainees follow HESA, as the national extracts do; the floor where a file comes without a rule. */
const OF_PEOPLE: ReadonlySet<string> = new Set<DatasetId>(['cohort', 'intake', 'retention']);
/** Rounded before they came: what was said of it is checked in every count. */
const ROUNDED: ReadonlySet<string> = new Set<DatasetId>(['home_school', 'school_foundation']);
/** Files of these have no area in them. */
const OF_ONE_AREA: ReadonlySet<string> = new Set<DatasetId>(['specialty_fill_rates']);

const isRestricted = (dataset: string): boolean => findDataset(dataset)?.isRestricted === true;

/** The rule that a file of a kind comes under: none where it has no counts of people. Rows of single people are never protected already. */
export function ruleSetFor(dataset: string, ruleSet: RuleSetId): RuleSetId {
  if (!OF_PEOPLE.has(dataset) && !ROUNDED.has(dataset) && !isRestricted(dataset)) return 'none';
  if (ruleSet !== 'none') return ruleSet;
  if (OF_PEOPLE.has(dataset)) return 'hesa_rounding_5';
  return isRestricted(dataset) ? 'nhs_subnational_1_to_7' : ruleSet;
}

/** The area that a file was said to be of, where its kind doesn't name areas itself. */
export const areaFor = (dataset: string, { areaCode }: GivenAbout): string | null =>
  OF_ONE_AREA.has(dataset) ? (areaCode ?? null) : null;

/** What decides, besides its bytes, what is made of a file. */
const Said = z.object({
  given: GivenAbout.default({}),
  ruleSet: RuleSetId.default('none'),
  isDemonstration: z.boolean().default(false),
});
export type Said = z.infer<typeof Said>;

/** Its source only finds a mapping: the same file of two sources is one. */
export const saidText = ({ given: { source: _, ...given }, ruleSet, isDemonstration }: Said): string =>
  canonicalJson({ given, ruleSet, isDemonstration });

/** A kind of file, and whether it says of which time it is. */
export type SaidOf = { readonly dataset: string; readonly hasOwnTime: boolean };

/** Of what was said, what makes a difference to a file of this kind. */
const usedOf = ({ given, ruleSet, isDemonstration }: Said, { dataset, hasOwnTime }: SaidOf): string =>
  canonicalJson({
    period: hasOwnTime ? null : (given.period ?? null),
    areaCode: areaFor(dataset, given),
    ruleSet: ruleSetFor(dataset, ruleSet),
    base: ROUNDED.has(dataset) ? statedBase({ ruleSet, roundingBase: given.roundingBase ?? null }) : null,
    isDemonstration,
  });

/** Tells what was said of a file that makes no difference to its kind. */
export function unusedNotes({ given, ruleSet }: Said, { dataset, hasOwnTime }: SaidOf): ImportNote[] {
  const unused = [
    ...(given.period !== undefined && hasOwnTime ? ['period'] : []),
    ...(given.areaCode !== undefined && areaFor(dataset, given) === null ? ['area'] : []),
    ...(ruleSet !== ruleSetFor(dataset, ruleSet) && ruleSet !== 'none' ? ['rule for small numbers'] : []),
    ...(given.roundingBase !== undefined && !ROUNDED.has(dataset) ? ['rounding base'] : []),
  ];
  if (unused.length === 0) return [];
  const message = `Given with the file, and not used: a file of this kind says it itself, or has no use for it (${listInWords(unused)}).`;
  return [{ rule: 'said_not_used', detail: unused.join(', '), count: 1, at: [], message }];
}

const SETTLED = ['ready', 'scheduled', 'published'];

/** The import that has the same bytes already, read as the same kind, where what was said of the two makes no difference between them. */
export async function findTwin(
  tx: Executor,
  { id, sha256, said, kind }: { id: string; sha256: string; said: Said; kind: SaidOf },
): Promise<{ id: string; fileName: string } | null> {
  const settled = await tx
    .select({ id: importFile.id, fileName: importFile.fileName, said: importFile.said })
    .from(importFile)
    .where(
      and(
        eq(importFile.sha256, sha256),
        eq(importFile.dataset, kind.dataset),
        ne(importFile.id, id),
        inArray(importFile.status, SETTLED),
      ),
    );
  const used = usedOf(said, kind);
  return settled.find((one) => usedOf(Said.parse(JSON.parse(one.said)), kind) === used) ?? null;
}
