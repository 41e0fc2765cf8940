import type { ChoiceNode } from './choice-node';
import { isActive } from './compiled-option';
import { nodeWeights } from './draw-weights';
import { forcedMoves } from './node-flows';
import { CAREER_KINDS, PATHWAY_NODES, type PathwayNode } from './pathway-input';
import type { RunRequest } from './run-node';
import { classCell, focusCell, regionCell, yearCell } from './run-record';
import type { NodePair, RunState } from './run-state';

/** Adds a pair's posts filled and demand to the record, to the filled posts by option, and to the year's offers. */
export const recordPair = (
  state: RunState,
  record: Float64Array,
  pair: NodePair,
  name: PathwayNode,
  group: number,
  year: number,
): void => {
  const { layout, compiled, taken, kernel } = state;
  const { regions } = compiled.grid;
  const node = PATHWAY_NODES.indexOf(name);
  const filledAt = year * layout.perYear + node * regions;
  const demandAt = filledAt + PATHWAY_NODES.length * regions;
  const history = state.filled[name];
  const demands = state.demands;
  const from = year * compiled.nodes[name].groups * regions + group * regions;
  const { first, others } = pair;
  if (kernel && layout.focus.length === 0) {
    const at = (cell: number): number => record.byteOffset + 8 * cell;
    const counted = name === 'foundation' ? 0 : taken.byteOffset;
    kernel.recordPair(first.at, others?.at ?? 0, history.byteOffset + 8 * from, at(filledAt), at(demandAt), counted);
    return;
  }
  for (let option = 0; option < first.filled.length; option += 1) {
    const region = first.regionOf[option] ?? 0;
    // Run-through entrants of the year are already in the history.
    const straight = history[from + option] ?? 0;
    let filled = straight + (first.filled[option] ?? 0);
    let demand = straight + (first.freeDemand[option] ?? 0);
    if (others) {
      filled += others.filled[option] ?? 0;
      demand += others.freeDemand[option] ?? 0;
    }
    history[from + option] = filled;
    demands[option] = demand;
    record[filledAt + region] = (record[filledAt + region] ?? 0) + filled;
    record[demandAt + region] = (record[demandAt + region] ?? 0) + demand;
    if (name !== 'foundation') taken[region] = (taken[region] ?? 0) + filled;
  }
  layout.focus.forEach((focus, index) => {
    const first = (focus.group - group) * regions;
    if (focus.node !== name || first < 0 || first >= pair.first.filled.length) return;
    for (let region = 0; region < regions; region += 1) {
      record[focusCell(layout, index, 'filled', year) + region] = history[from + first + region] ?? 0;
      record[focusCell(layout, index, 'demand', year) + region] = demands[first + region] ?? 0;
    }
  });
};

/** First choices if no post were taken, and those of them for which there are posts. */
export const recordChoices = (state: RunState, record: Float64Array, node: ChoiceNode, year: number): void => {
  const { layout } = state;
  const [asked, met] = [yearCell(layout, 'firstChoices', year), yearCell(layout, 'firstChoicesMet', year)];
  if (node.kernel) node.kernel.addChoices(node.at, record.byteOffset + 8 * asked, record.byteOffset + 8 * met);
  else addChoices(record, node, asked, met);
  const forced = yearCell(layout, 'forcedMoves', year);
  record[forced] = (record[forced] ?? 0) + forcedMoves(node, nodeWeights(state.weights));
};

const addChoices = (record: Float64Array, node: ChoiceNode, asked: number, met: number): void => {
  for (let option = 0; option < node.filled.length; option += 1) {
    const demand = node.freeDemand[option] ?? 0;
    record[asked] = (record[asked] ?? 0) + demand;
    record[met] = (record[met] ?? 0) + Math.min(demand, node.posts[option] ?? 0);
  }
};

/** By row of tie × home: doctors of the pathway at CT1/ST1, and the sum of their inclusive values `ln(1 + Z^λ)`. */
const valueRows = (state: RunState): void => {
  const { entry, compiled, kernel, rowPeople, rowValues } = state;
  const { places, rows, cells } = compiled.grid;
  const { applicants, outside, at } = entry.first;
  if (kernel) {
    kernel.inclusiveValues(at, rowPeople.byteOffset, rowValues.byteOffset);
    return;
  }
  for (let row = 0; row < rows; row += 1) {
    let inRow = 0;
    let value = 0;
    for (let place = 0; place < places; place += 1) {
      const cell = row * places + place;
      const heads = applicants[cell] ?? 0;
      // Applicants from outside the pathway are none of its doctors.
      if (heads === 0 || cell === cells / 2 - 1 || cell === cells - 1) continue;
      inRow += heads;
      value -= heads * Math.log((outside[cell] ?? 0) / heads);
    }
    rowPeople[row] = inRow;
    rowValues[row] = value;
  }
};

/** Inclusive value after rationing of each tie × home, their mean and the lowest. */
export const recordInclusiveValues = (state: RunState, record: Float64Array, year: number): void => {
  const { layout, rowPeople, rowValues } = state;
  let people = 0;
  let sum = 0;
  let worst = Number.POSITIVE_INFINITY;
  valueRows(state);
  for (let row = 0; row < rowPeople.length; row += 1) {
    const inRow = rowPeople[row] ?? 0;
    const value = rowValues[row] ?? 0;
    record[classCell(layout, year) + row] = inRow > 0 ? value / inRow : 0;
    if (inRow > 0) worst = Math.min(worst, value / inRow);
    people += inRow;
    sum += value;
  }
  record[yearCell(layout, 'meanInclusiveValue', year)] = people > 0 ? sum / people : 0;
  record[yearCell(layout, 'worstInclusiveValue', year)] = people > 0 ? worst : 0;
};

/** Payments of the year: everyone who accepted a covered post, for the years that they are paid. */
export const costOfYear = (state: RunState, { option }: RunRequest, year: number): number => {
  const { regions } = state.compiled.grid;
  let gbp = 0;
  for (const span of option.costs) {
    if (isActive(span, year)) gbp += span.fixedPerYearGbp;
    const history = state.filled[span.node];
    const width = state.compiled.nodes[span.node].groups * regions;
    for (
      let entered = Math.max(span.from, year - span.yearsPaid + 1, 0);
      entered <= Math.min(year, span.to);
      entered += 1
    ) {
      for (let group = span.firstGroup; group <= span.lastGroup; group += 1) {
        gbp += (history[entered * width + group * regions + span.region] ?? 0) * span.perEntrantPerYearGbp;
      }
    }
  }
  return gbp;
};

/** Completions, careers and leavers of the year. */
export const recordRegions = (state: RunState, record: Float64Array, year: number): void => {
  const { layout, careers, careerFte, leftByRegion } = state;
  const { regions } = state.compiled.grid;
  const { fteOnJoining } = state.compiled.input.rates;
  const fte = CAREER_KINDS.map((kind) => fteOnJoining[kind].value);
  const ccts = regionCell(layout, 'ccts', year);
  const cctFte = regionCell(layout, 'cctFte', year);
  const years = regionCell(layout, 'yearsToCct', year);
  const consultants = regionCell(layout, 'consultantFte', year);
  const gps = regionCell(layout, 'gpFte', year);
  const left = regionCell(layout, 'leftTraining', year);
  for (let region = 0; region < regions; region += 1) {
    for (let kind = 0; kind < careers.length; kind += 1) {
      const finishers = careers[kind];
      if (!finishers) continue;
      const people = finishers.people[region] ?? 0;
      record[ccts + region] = (record[ccts + region] ?? 0) + people;
      record[cctFte + region] = (record[cctFte + region] ?? 0) + people * (fte[kind] ?? 0);
      record[years + region] = (record[years + region] ?? 0) + (finishers.elapsedSum[region] ?? 0);
    }
    record[consultants + region] = careerFte[region] ?? 0;
    record[gps + region] = careerFte[regions + region] ?? 0;
    record[left + region] = leftByRegion[region] ?? 0;
  }
};
