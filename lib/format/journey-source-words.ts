import type { RuleSetId } from '@/lib/domain/disclosure/rule-set';
import type { Clock } from '@/lib/domain/journeys/journey-places';
import { RULE_SET_WORDS } from './count-words';

// How a source of journeys is spoken of: one way for screen, file and paper.

type SourceKind = 'cohort' | 'intake' | 'rounded';
type Protected = { readonly roundingBase: number | null; readonly ruleSet: RuleSetId };

/** After `from`. */
export const SOURCE_KIND_WORDS: Readonly<Record<SourceKind, string>> = {
  cohort: 'a cohort of people',
  intake: 'the school’s own intake file',
  rounded: 'rounded tables',
};

/** What was done to small numbers, and where. */
export const protectionWords = ({ roundingBase, ruleSet }: Protected): string =>
  roundingBase === null ? RULE_SET_WORDS[ruleSet] : `counts rounded to ${roundingBase} before they came here`;

/** `a cohort of people: counts rounded to the nearest 5`. */
export const sourceWords = (source: Protected & { readonly kind: SourceKind }): string =>
  `${SOURCE_KIND_WORDS[source.kind]}: ${protectionWords(source)}`;

/** Whose years: `entrants of 2016 to 2020`. */
export const cohortYears = ({ period, clock }: { readonly period: string; readonly clock: Clock }): string =>
  clock === 'entry' ? `entrants of ${period}` : `foundation starters of ${period}`;
