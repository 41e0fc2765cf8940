import { describe, expect, it } from 'vitest';
import { toFlowMap } from '@/components/maps/flow-map';
import type { JourneyTableView } from '@/lib/contracts/journeys';
import { RULE_SETS, type RuleSetId } from '@/lib/domain/disclosure/rule-set';
import { FLOW_TABLES, findFlowTable } from '@/lib/domain/journeys/flow-tables';
import { person, storeOf } from '@/lib/domain/journeys/journey-fixture';
import type { JourneyRecord } from '@/lib/domain/journeys/journey-record';
import { protectJourneys } from '@/lib/domain/journeys/protection/protect-journeys';
import { protectedTable } from '@/lib/domain/journeys/protection/protected-journeys';
import { leavingShare, toCapitalEntry, toRatioBars } from './capital-rows';
import { leavingTitle, ratioTitle, relationAlternative } from './capital-words';
import { toFlowLines } from './flow-line';
import { lineAlternative, lineTitle } from './flow-line-words';
import { toFlowMatrix } from './flow-matrix';
import { matrixAlternative, matrixTable, matrixTitle } from './flow-matrix-words';
import { viewOf } from './journey-view-fixture';
import { toSankey } from './sankey';
import { settlementSentence, toSettlementEntry } from './settlement-rows';
import { stackTable, toStackRows } from './stacked-shares';
import { toProjection, toStageRows } from './stage-rows';
import { stageAlternative, stageTable, stageTitle } from './stage-words';

const REGIONS = [
  { code: 'R2', name: 'R2', latitude: 53, longitude: -1 },
  { code: 'R1', name: 'R1', latitude: 52, longitude: -1 },
];
const CODES = REGIONS.map(({ code }) => code);

const publish = (records: readonly JourneyRecord[], ruleSet: RuleSetId) => {
  const journeys = protectJourneys(storeOf(records), RULE_SETS[ruleSet]);
  return (shape: string): JourneyTableView => {
    const outcome = protectedTable(journeys, shape, {});
    if (outcome.kind !== 'table') throw new Error(`No ${shape}: ${outcome.kind}`);
    const { rows, columns, cells } = outcome.table;
    const empty = viewOf({}, [], shape);
    return {
      ...empty,
      source: { ...empty.source, ruleSet },
      columns: columns.map((code) => ({ code, name: code })),
      rows: rows.map((code, r) => ({
        code,
        name: code,
        cells: cells.slice(r * columns.length, (r + 1) * columns.length),
      })),
    };
  };
};

/** Everything that the screens say and draw of some people. */
const everything = (records: readonly JourneyRecord[], ruleSet: RuleSetId): unknown[] => {
  const read = publish(records, ruleSet);
  const stages = FLOW_TABLES.filter(({ level }) => level === 'region').map(({ shape, step }) => ({
    step,
    view: read(shape),
  }));
  const matrices = FLOW_TABLES.map((table) => {
    const view = read(table.shape);
    const matrix = toFlowMatrix(view, CODES);
    const words = { from: 'home', to: 'medical school' };
    const lines = (['from', 'to'] as const).flatMap((side) =>
      toFlowLines(view, side).map((line) => [
        lineTitle(line, side, words),
        lineAlternative(line, side, words),
        toFlowMap(line, side, REGIONS),
      ]),
    );
    return [matrixTitle(matrix, table), matrixAlternative(matrix, table), matrixTable(matrix, table), lines];
  });
  const moves = read('school_region_by_foundation_region');
  const capital = toCapitalEntry(moves, { code: 'R1', name: 'R1' }, 'Moves');
  const rows = toStageRows(stages, CODES);
  const places = CODES.map((region) => ({ region, annualPlaces: 10, periodLabel: null, releaseId: null }));
  const settled = toFlowLines(read('foundation_region_by_settlement'), 'from').map((line) =>
    toSettlementEntry(line, 'Foundation training'),
  );
  return [
    matrices,
    toStackRows([capital, ...settled]),
    stackTable([capital, ...settled], 'Step'),
    settled.map((entry) => settlementSentence(entry, 'foundation training')),
    relationAlternative([capital]),
    leavingTitle(
      'R1',
      leavingShare(moves, (code) => code === 'R1'),
      leavingShare(moves, (code) => code !== 'R1'),
    ),
    ratioTitle(toRatioBars(moves, places, 5)),
    rows,
    [stageTitle(rows), stageAlternative(rows), stageTable(rows), toProjection(rows, CODES)],
    toSankey(
      stages.map(({ step, view }) => ({ from: step, to: `after ${step}`, view })),
      REGIONS,
    ),
  ];
};

const broken = (value: unknown): boolean => {
  if (typeof value === 'number') return !Number.isFinite(value);
  if (typeof value === 'string') return /NaN|Infinity|undefined/.test(value);
  if (typeof value === 'object' && value !== null) return Object.values(value).some(broken);
  return value === undefined;
};

const twelve = Array.from({ length: 12 }, (_, i) =>
  person({ homeLadCode: `H${1 + (i % 3)}`, foundationAreaCode: i % 4 === 0 ? 'FA2' : 'FA1' }),
);
const oneSchool = [person({ count: 120 }), person({ homeLadCode: 'H2', foundationAreaCode: 'FA2', count: 60 })];

describe('small inputs', () => {
  it.each([
    ['nobody', [], 'hesa_rounding_5'],
    ['12 people, rounded', twelve, 'hesa_rounding_5'],
    ['12 people, small counts hidden', twelve, 'nhs_subnational_1_to_7'],
    ['a single school', oneSchool, 'hesa_rounding_5'],
    [
      'nobody beyond school',
      twelve.map((one) => ({
        ...one,
        foundationAreaCode: null,
        foundationYear: null,
        specialtyAreaCode: null,
        specialtyGroup: null,
        careerAreaCode: null,
        careerType: null,
      })),
      'hesa_rounding_5',
    ],
  ] as const)('give sentences and drawings without a broken number: %s', (_, records, ruleSet) => {
    expect(everything(records, ruleSet).filter(broken)).toEqual([]);
  });

  it('say that there is nothing to show of nobody', () => {
    const table = findFlowTable('home_region_by_school_region');
    const matrix = toFlowMatrix(publish([], 'hesa_rounding_5')('home_region_by_school_region'), CODES);
    expect(table && matrixTitle(matrix, table)).toBe(
      'No flow from home to medical school has a number that can be shown',
    );
  });
});
