import { FINDING_DEFINITIONS } from './definitions';
import type { FindingEvidence } from './evidence-input';
import { type FindingId, type FindingResult, UNITS } from './finding';
import { MOVE_FINDINGS } from './move-findings';
import { REACH_FINDINGS } from './reach-findings';
import type { Tested } from './tested';
import { WORKFORCE_FINDINGS } from './workforce-findings';

const TESTS: Readonly<Record<FindingId, (evidence: FindingEvidence) => Tested>> = {
  ...WORKFORCE_FINDINGS,
  ...REACH_FINDINGS,
  ...MOVE_FINDINGS,
};

const OF_AREAS: readonly FindingId[] = ['A1-1.2', 'A1-1.3', 'A1-1.6'];

/** What is loaded and may not be used can't tell; it isn't missing. */
const withheldOr = (id: FindingId, { journeysWithheld }: FindingEvidence, tested: Tested): Tested =>
  journeysWithheld === null || OF_AREAS.includes(id) || tested.underlying !== 'not_loaded'
    ? tested
    : { data: journeysWithheld, parts: [], underlying: 'cannot_tell' };

/**
 * Every card on the loaded evidence, in the order of the summaries. Intervals are at 95 %, so that a claim about which
 * nothing is so is called supported by chance in one of forty cases at the most where it says a direction.
 */
export const evaluateFindings = (evidence: FindingEvidence): FindingResult[] =>
  FINDING_DEFINITIONS.map(({ id, claim, mayNotConclude }) => {
    const { data, parts, underlying } = withheldOr(id, evidence, TESTS[id](evidence));
    const [main] = parts;
    return {
      id,
      claim,
      n: main?.n ?? null,
      effect: main?.effect ?? null,
      unit: main ? UNITS[main.unit] : null,
      lower: main?.lower ?? null,
      upper: main?.upper ?? null,
      verdict: evidence.isDemonstration ? 'demonstration_only' : underlying,
      underlying,
      data,
      caution: mayNotConclude,
      parts,
    };
  });
