import { ofSchool } from '@/components/charts/chart-papers';
import type { ReachPapers, SchoolReach } from '@/lib/contracts/school-reach';
import { cohortYears, protectionWords, SOURCE_KIND_WORDS } from '@/lib/format/journey-source-words';

/** Which source, and how small numbers in it are protected. */
export const sourceNote = (papers: ReachPapers): string =>
  `Worked out from ${SOURCE_KIND_WORDS[papers.source.kind]}, table ${papers.table}; ${protectionWords(papers.source)}.`;

/** The population that shares are set against, with its own paper. */
export const baseNote = (base: string, source: string | null): string[] =>
  source === null ? [] : [`Set against ${base}: ${source}.`];

/** What a chart's frame asks for. */
export const framePapers = (papers: ReachPapers, school: SchoolReach['school']) => ({
  of: [ofSchool(school)],
  period: cohortYears(papers),
  releaseId: papers.source.releaseId,
  provenance: papers.provenance,
  source: {
    name: papers.source.title,
    publisher: papers.source.publisher,
    licence: papers.source.licence,
    ruleSet: papers.source.ruleSet,
  },
});
