import { FINDING_DEFINITIONS } from './definitions';
import type { FindingEvidence } from './evidence-input';
import { type FindingDefinition, type FindingId, type FindingResult, UNITS } from './finding';
import { MOVE_FINDINGS } from './move-findings';
import { ownFigures } from './own-figures';
import { figuresBeside } from './published-figures';
import { REACH_FINDINGS } from './reach-findings';
import type { Tested } from './tested';
import type { OwnFigure } from './twins';
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
    : { data: journeysWithheld, periodEnd: null, parts: [], underlying: 'cannot_tell' };

/** Nobody defines what the claim says: nothing that is loaded can support it, or not. */
const asDefined = ({ notDefined }: FindingDefinition, tested: Tested): Tested =>
  notDefined?.tested === 'none' && tested.underlying !== 'not_loaded'
    ? { ...tested, underlying: 'cannot_tell' }
    : tested;

/** The loaded journeys' own of the published figures that stand beside a card. */
const besideOf = (id: FindingId, own: readonly OwnFigure[]): OwnFigure[] => {
  const twins = new Set(figuresBeside(id).map(({ twin }) => twin));
  return own.filter(({ twin }) => twins.has(twin));
};

/**
 * Every card on the loaded evidence, in the order of the summaries. Intervals are at 95 %, so that a claim about which
 * nothing is so is called supported by chance in one of forty cases at the most where it says a direction.
 */
export const evaluateFindings = (evidence: FindingEvidence): FindingResult[] => {
  const own = ownFigures(evidence);
  return FINDING_DEFINITIONS.map((definition) => {
    const { id, claim, mayNotConclude } = definition;
    const { data, periodEnd, parts, underlying } = asDefined(definition, withheldOr(id, evidence, TESTS[id](evidence)));
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
      data: main?.isWithheld ? `${data}, of which a count that this needs is withheld` : data,
      periodEnd,
      caution: mayNotConclude,
      parts,
      own: besideOf(id, own),
    };
  });
};

const BLANK = { n: null, effect: null, unit: null, lower: null, upper: null, parts: [], own: [] } as const;

/** The cards for a reader to whom those of journeys would tell too much: these say why instead. */
export const withoutJourneys = <Card extends FindingResult>(findings: readonly Card[], why: string): Card[] =>
  findings.map((one) =>
    OF_AREAS.includes(one.id) || (one.underlying === 'not_loaded' && one.parts.length === 0)
      ? one
      : {
          ...one,
          ...BLANK,
          verdict: one.verdict === 'demonstration_only' ? one.verdict : 'cannot_tell',
          underlying: 'cannot_tell',
          data: why,
        },
  );
