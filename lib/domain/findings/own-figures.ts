import type { Measure } from '@/lib/domain/measure/measure';
import { shareOf } from '@/lib/domain/reach/count-figures';
import { FIFTHS } from '@/lib/domain/reach/deprivation-gradient';
import { type CountRules, countOf, totalOf } from '@/lib/domain/reach/published-count';
import { representation } from '@/lib/domain/reach/representation';
import type { FindingEvidence } from './evidence-input';
import { type OwnFigure, TWINS, type Twin } from './twins';

const figure = (about: Pick<OwnFigure, 'twin' | 'unit' | 'n' | 'data'>, measure: Measure): OwnFigure => ({
  ...about,
  value: measure.kind === 'value' ? measure.value : null,
  lower: measure.kind === 'value' ? (measure.interval?.lower ?? null) : null,
  upper: measure.kind === 'value' ? (measure.interval?.upper ?? null) : null,
});

const peopleIn = (counted: ReturnType<typeof totalOf>): number | null =>
  counted.kind === 'count' ? counted.count : null;

const shareFigures = ({ ownShares }: FindingEvidence): OwnFigure[] =>
  ownShares.map(({ twin, part, whole, rules, data }) =>
    figure(
      { twin, unit: 'share', n: peopleIn(countOf(whole, rules)), data },
      shareOf(countOf(part, rules), countOf(whole, rules), rules),
    ),
  );

const fifthTwin = (fifth: string): Twin | undefined => TWINS.find((twin) => twin === `entrants_fifth_${fifth}`);

const fifthFigures = ({ entrantsByFifth }: FindingEvidence): OwnFigure[] => {
  if (entrantsByFifth === null) return [];
  const { entrants, base, data } = entrantsByFifth;
  const rules: CountRules = entrantsByFifth.rules;
  const groups = FIFTHS.map((group) => ({ group, people: entrants[group] }));
  const n = peopleIn(totalOf(Object.values(entrants), rules));
  return representation(groups, { unknown: { kind: 'not_loaded' }, base, rules }).groups.flatMap(({ group, ratio }) => {
    const twin = fifthTwin(group);
    return twin ? [figure({ twin, unit: 'ratio', n, data: `${data}, against ${base.name}` }, ratio)] : [];
  });
};

/** What the loaded journeys say of the same things as the published national figures. */
export const ownFigures = (evidence: FindingEvidence): OwnFigure[] => [
  ...shareFigures(evidence),
  ...fifthFigures(evidence),
];
