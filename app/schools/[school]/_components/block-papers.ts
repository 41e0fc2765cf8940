import type { ReachPapers } from '@/lib/contracts/school-reach';
import { RULE_SET_WORDS } from '@/lib/format/count-words';

const KIND_WORDS: Readonly<Record<ReachPapers['source']['kind'], string>> = {
  cohort: 'a cohort of people',
  intake: 'the school’s own intake file',
  rounded: 'rounded tables',
};

/** Whose years: `entrants of 2016 to 2020`. */
export const periodText = ({ period, clock }: ReachPapers): string =>
  clock === 'entry' ? `entrants of ${period}` : `started foundation training, ${period}`;

const protectionOf = ({ roundingBase, ruleSet }: ReachPapers['source']): string =>
  roundingBase === null ? RULE_SET_WORDS[ruleSet] : `counts rounded to ${roundingBase} before they came here`;

/** Which source, and how small numbers in it are protected. */
export const sourceNote = (papers: ReachPapers): string =>
  `Worked out from ${KIND_WORDS[papers.source.kind]}, table ${papers.table}; ${protectionOf(papers.source)}.`;

/** What a chart's frame asks for. */
export const framePapers = (papers: ReachPapers) => ({
  period: periodText(papers),
  releaseId: papers.source.releaseId,
  provenance: papers.provenance,
  source: {
    name: papers.source.title,
    publisher: papers.source.publisher,
    licence: papers.source.licence,
    ruleSet: papers.source.ruleSet,
  },
});
