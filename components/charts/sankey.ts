import type { JourneyTableView } from '@/lib/contracts/journeys';
import { shortAreaName } from '@/lib/domain/geography/area-label';
import { isState } from '@/lib/domain/journeys/axis-label';
import { upperFirst } from '@/lib/format/words';
import { round } from './axis';
import { hidesPeople } from './flow-matrix';
import { shownPeople } from './shown-sum';

export type SankeyNode = {
  code: string;
  name: string;
  /** In px from the top. */
  y: number;
  height: number;
  people: number;
  /** 0 to 1 of the column's people; null where a count is withheld, which may be large. */
  share: number | null;
  /** Not a region: those who left, aren't there yet or can't be traced. */
  isElsewhere: boolean;
};

export type SankeyLink = {
  from: string;
  to: string;
  people: number;
  kind: 'stayed' | 'moved' | 'elsewhere';
  fromY: number;
  toY: number;
  height: number;
};

export type Sankey = {
  /** One more than there are steps. */
  columns: { title: string; nodes: SankeyNode[] }[];
  /** By step, from left to right. */
  links: SankeyLink[][];
  height: number;
  /** People in flows that are too small to draw, by step. */
  undrawn: number[];
  withheld: number;
};

const ELSEWHERE = 'elsewhere';
const ELSEWHERE_NAME = 'Not in a region';
/** Share of a step's people below which a flow isn't drawn. */
export const SMALLEST_SHARE = 0.005;
const PEOPLE_HEIGHT = 420;
/** So that labels of small nodes don't touch. */
const GAP = 14;

type Flow = { from: string; to: string; people: number };

/** Flows of a table between regions; every state is one place, beyond the regions. */
function flowsOf({ rows, columns }: JourneyTableView): Flow[] {
  const added = new Map<string, Flow>();
  for (const row of rows) {
    if (isState(row.code)) continue;
    for (const [at, column] of columns.entries()) {
      const people = shownPeople(row.cells[at]);
      const to = isState(column.code) ? ELSEWHERE : column.code;
      const key = `${row.code} ${to}`;
      const flow = added.get(key) ?? { from: row.code, to, people: 0 };
      added.set(key, { ...flow, people: flow.people + people });
    }
  }
  return [...added.values()].filter(({ people }) => people > 0);
}

const total = (flows: readonly Flow[]): number => flows.reduce((sum, { people }) => sum + people, 0);

type Region = { code: string; name: string };

function nodesOf(column: number, steps: readonly (readonly Flow[])[], regions: readonly Region[]) {
  const into = column === 0 ? [] : (steps[column - 1] ?? []);
  const out = steps[column] ?? [];
  return [...regions, { code: ELSEWHERE, name: ELSEWHERE_NAME }].flatMap(({ code, name }) => {
    const people = Math.max(
      total(into.filter(({ to }) => to === code)),
      total(out.filter(({ from }) => from === code)),
    );
    return people > 0 ? [{ code, name: shortAreaName(name), people }] : [];
  });
}

/** Stacked from the top, in the order given. */
function stacked(nodes: ReturnType<typeof nodesOf>, perPerson: number, isWhole: boolean): SankeyNode[] {
  const all = nodes.reduce((sum, { people }) => sum + people, 0);
  let y = 0;
  return nodes.map(({ code, name, people }) => {
    const height = people * perPerson;
    const node = {
      code,
      name,
      people,
      y: round(y),
      height: round(height),
      share: isWhole ? people / all : null,
      isElsewhere: code === ELSEWHERE,
    };
    y += height + GAP;
    return node;
  });
}

const kindOf = ({ from, to }: Flow): SankeyLink['kind'] =>
  to === ELSEWHERE ? 'elsewhere' : from === to ? 'stayed' : 'moved';

/** Links leave and arrive in the order of the nodes; those too small to draw leave their room empty. */
function linksOf(flows: readonly Flow[], left: readonly SankeyNode[], right: readonly SankeyNode[], perPerson: number) {
  const orderOf = (nodes: readonly SankeyNode[]) => new Map(nodes.map(({ code }, at) => [code, at]));
  const [lefts, rights] = [orderOf(left), orderOf(right)];
  const leaveAt = new Map(left.map(({ code, y }) => [code, y]));
  const arriveAt = new Map(right.map(({ code, y }) => [code, y]));
  const smallest = total(flows) * SMALLEST_SHARE;
  const inOrder = flows.toSorted(
    (a, b) => (lefts.get(a.from) ?? 0) - (lefts.get(b.from) ?? 0) || (rights.get(a.to) ?? 0) - (rights.get(b.to) ?? 0),
  );
  const links: SankeyLink[] = [];
  let undrawn = 0;
  for (const flow of inOrder) {
    const [fromY, toY] = [leaveAt.get(flow.from) ?? 0, arriveAt.get(flow.to) ?? 0];
    const height = flow.people * perPerson;
    leaveAt.set(flow.from, fromY + height);
    arriveAt.set(flow.to, toY + height);
    if (flow.people < smallest) undrawn += flow.people;
    else links.push({ ...flow, kind: kindOf(flow), fromY: round(fromY), toY: round(toY), height: round(height) });
  }
  return { links, undrawn };
}

type SankeyStep = { from: string; to: string; view: JourneyTableView };

/**
 * Steps from stage to stage, each from its own protected table: people aren't followed through the middle columns. `regions` from
 * north to south. Null where nobody can be shown.
 */
export function toSankey(steps: readonly SankeyStep[], regions: readonly Region[]): Sankey | null {
  const flows = steps.map(({ view }) => flowsOf(view));
  const titles = [steps[0]?.from ?? '', ...steps.map(({ to }) => to)].map(upperFirst);
  const columns = titles.map((title, column) => ({ title, nodes: nodesOf(column, flows, regions) }));
  const most = Math.max(...columns.map(({ nodes }) => nodes.reduce((sum, { people }) => sum + people, 0)));
  if (!(most > 0)) return null;
  const perPerson = PEOPLE_HEIGHT / most;
  const isWhole = steps.map(({ view }) => !hidesPeople(view));
  const placed = columns.map(({ title, nodes }, at) => ({
    title,
    // Fed by the steps on both sides of it.
    nodes: stacked(nodes, perPerson, (isWhole[at - 1] ?? true) && (isWhole[at] ?? true)),
  }));
  const made = flows.map((of, step) =>
    linksOf(of, placed[step]?.nodes ?? [], placed[step + 1]?.nodes ?? [], perPerson),
  );
  const bottoms = placed.map(({ nodes }) => (nodes.at(-1)?.y ?? 0) + (nodes.at(-1)?.height ?? 0));
  return {
    columns: placed,
    links: made.map(({ links }) => links),
    height: Math.ceil(Math.max(...bottoms)),
    undrawn: made.map(({ undrawn }) => undrawn),
    withheld: steps
      .flatMap(({ view }) => view.rows.flatMap(({ cells }) => cells))
      .filter(({ kind }) => kind === 'suppressed' || kind === 'not_loaded').length,
  };
}
