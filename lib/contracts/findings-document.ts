import type { CardOnDay } from '@/lib/domain/findings/cards-on-day';
import { FINDING_DEFINITIONS } from '@/lib/domain/findings/definitions';
import { countryOf } from '@/lib/domain/geography/area';
import type { Findings, FindingsAnswer, FindingsDocument } from './findings';

const cardOf = ({ id, claim, verdict, n, effect, unit, lower, upper, data, caution }: CardOnDay) => ({
  ...{ id, claim, verdict, n, effect, unit, lower, upper, data, caution },
});

/** The cards as the command prints them. */
export const findingsDocument = ({ release, root, findings }: Findings): FindingsDocument => ({
  release,
  root: countryOf(root).code,
  findings: findings.map(cardOf),
});

const tests = new Map<string, string>(FINDING_DEFINITIONS.map(({ id, test }) => [id, test]));

/** The cards as the API gives them. */
export const findingsAnswer = (given: Findings): FindingsAnswer => ({
  ...findingsDocument(given),
  findings: given.findings.map((one) => ({
    ...cardOf(one),
    underlying: one.underlying,
    test: tests.get(one.id) ?? '',
    isOld: one.isOld,
    parts: one.parts,
    own: one.own,
  })),
});
