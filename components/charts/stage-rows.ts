import type { JourneyTableView } from '@/lib/contracts/journeys';
import type { FlowStep } from '@/lib/domain/journeys/flow-tables';
import { leslieProjection } from '@/lib/domain/journeys/leslie-projection';
import { publishedCounts, withoutGaps } from '@/lib/domain/journeys/published-counts';
import { sourceRules } from '@/lib/domain/journeys/source-rules';
import { arrivalsGini, type StageMatrix, stageMatrix } from '@/lib/domain/journeys/stage-matrix';
import { hidesPeople } from './flow-matrix';
import { type ShownSum, shownSum } from './shown-sum';

export type Stage = { step: FlowStep; view: JourneyTableView };

export type StageRow = {
  step: FlowStep;
  shape: string;
  /** People who set out from a known region and came somewhere, or won't. */
  sum: ShownSum;
  /** 0 to 1; null where too few set out for shares, or where a count is withheld: then nothing is told. */
  stayed: number | null;
  lost: number | null;
  gini: number | null;
  /** Cells withheld: left out of every figure of the row. */
  withheld: number;
  matrix: StageMatrix | null;
};

const sum = (values: readonly number[]): number => values.reduce((total, value) => total + value, 0);

/** Who stayed at each stage, who was lost from sight, and how evenly arrivals spread over the regions. */
export function toStageRows(stages: readonly Stage[], regions: readonly string[]): StageRow[] {
  return stages.map(({ step, view }) => {
    const { counts, gaps } = withoutGaps(publishedCounts(view));
    const made = stageMatrix(counts, regions);
    const matrix = made.kind === 'computed' ? made : null;
    const flows = matrix?.flows ?? [];
    const lost = sum((matrix?.lost ?? []).map((share, i) => lostPeople(share, sum(flows[i] ?? []))));
    const people = sum(flows.map(sum)) + lost;
    const isTold = people >= Math.max(1, sourceRules(view.source).smallestBase) && !hidesPeople(view);
    const gini = arrivalsGini(counts, regions);
    return {
      step,
      shape: view.shape,
      sum: people > 0 ? { people, kind: 'value' } : shownSum(view.rows.flatMap(({ cells }) => cells)),
      stayed: isTold ? sum(flows.map((line, i) => line[i] ?? 0)) / people : null,
      lost: isTold ? lost / people : null,
      gini: isTold && gini.kind === 'computed' ? gini.gini : null,
      withheld: gaps,
      matrix: isTold ? matrix : null,
    };
  });
}

/** From the share lost of a row and its people who weren't. */
const lostPeople = (share: number, arrived: number): number => (share < 1 ? (share * arrived) / (1 - share) : 0);

export type ProjectionRow = { code: string; perThousand: number[] };

const PER = 1000;

/**
 * Of 1,000 people setting out, spread over the regions as those of the first stage are: how many would be in each region after
 * each stage if every stage's shares stayed as they were. Null where a stage has no matrix.
 */
export function toProjection(rows: readonly StageRow[], regions: readonly string[]): ProjectionRow[] | null {
  const matrices = rows.flatMap(({ matrix }) => matrix ?? []);
  const [first] = matrices;
  if (!first || matrices.length < rows.length) return null;
  const origins = first.flows.map((line, i) => sum(line) + lostPeople(first.lost[i] ?? 0, sum(line)));
  const total = sum(origins);
  if (total === 0) return null;
  const intake = origins.map((people) => (PER * people) / total);
  const nobody = regions.map(() => 0);
  const projected = leslieProjection({
    transitions: matrices.map(({ shares }) => shares),
    intake,
    start: [intake, ...matrices.map(() => nobody)],
    steps: matrices.length,
  });
  const last = projected.kind === 'computed' ? projected.stages.at(-1) : undefined;
  return last ? regions.map((code, i) => ({ code, perThousand: last.map((stage) => stage[i] ?? 0) })) : null;
}
