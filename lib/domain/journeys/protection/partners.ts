import type { Gaps } from './gaps';
import { gapLeft, type Reach, readReach } from './narrow';
import type { Publication } from './publication';
import { LOW_CODE, WITHHELD_CODE } from './published-code';

/** One gap of one node. */
interface Question {
  readonly node: number;
  readonly isAbove: boolean;
}

/** What an attacker has worked out. */
export interface Attack {
  readonly publication: Publication;
  /** As published, before anything is worked out. */
  readonly published: Gaps;
  readonly gaps: Gaps;
  /** Cells withheld since the gaps were worked out. */
  readonly fresh: ReadonlySet<number>;
  /** Cells that the attacker knows whatever is published. */
  readonly isOwn: (cell: number) => boolean;
}

/** Cells, one of which has to be withheld as well; `isSettled`: one of them has just been. */
interface Search extends Attack {
  readonly questions: Question[];
  readonly asked: Set<number>;
  best: number;
  bestCost: number;
  isSettled: boolean;
}

/** Enough to find a partner: beyond, others are as good. */
const MOST_QUESTIONS = 40;

const gapOf = ({ up, down }: Gaps, { node, isAbove }: Question): number => (isAbove ? up[node] : down[node]) ?? 0;

const ask = ({ asked, questions }: Search, question: Question): void => {
  const key = question.node * 2 + (question.isAbove ? 1 : 0);
  if (asked.has(key)) return;
  asked.add(key);
  questions.push(question);
};

/** What it costs not to show a cell: the people in it, as published. */
const costOf = (code: number): number => (code === LOW_CODE ? 1 : code);

/** Considers a cell whose own rounding an inference rests on: withheld, the inference falls. */
const consider = (search: Search, { node, isAbove }: Question): void => {
  const { codes, network, width } = search.publication;
  const code = codes[node];
  const count = network.truth[node] ?? 0;
  const wouldFall = isAbove || count > width;
  if (code === undefined || count === 0 || !wouldFall || search.isOwn(node)) return;
  if (search.fresh.has(node)) search.isSettled = true;
  if (code === WITHHELD_CODE) return;
  const cost = costOf(code);
  if (cost > search.bestCost || (cost === search.bestCost && node >= search.best)) return;
  search.best = node;
  search.bestCost = cost;
};

const reach: Reach = { sum: 0, far: 0 };

/** Follows one relation if it is what narrows the gap. */
const follow = (search: Search, question: Question, relation: number): void => {
  const { publication, gaps, published } = search;
  const { relations } = publication.network;
  const { starts, splits, members, isAtLeast } = relations;
  const [from, split, to] = [starts[relation] ?? 0, splits[relation] ?? 0, starts[relation + 1] ?? 0];
  let isPlus = false;
  for (let at = from; at < split; at += 1) if (members[at] === question.node) isPlus = true;
  const isUpward = isPlus !== question.isAbove;
  if (!isUpward && isAtLeast[relation]) return;
  readReach(reach, publication.network, gaps, relation, isUpward);
  const own = gapOf(gaps, { node: question.node, isAbove: !question.isAbove });
  if (gapLeft(reach, own, gaps.far) !== gapOf(gaps, question)) return;
  for (let at = from; at < to; at += 1) {
    const part = { node: members[at] ?? 0, isAbove: at < split === isUpward };
    if (part.node === question.node) continue;
    const isWorkedOut = gapOf(gaps, part) < gapOf(published, part);
    if (isWorkedOut && !search.fresh.has(part.node)) ask(search, part);
    else consider(search, part);
  }
};

/**
 * The cell whose loss costs least of those that a revealed cell rests on; null where one of them has just been withheld, or there is
 * none. Looks through the sums that narrow the cell, and through those that narrow their parts.
 */
export const partnerOf = (attack: Attack, cell: number): number | null => {
  const { gaps, published } = attack;
  const search: Search = {
    ...attack,
    ...{ questions: [], asked: new Set(), best: -1, bestCost: Number.POSITIVE_INFINITY, isSettled: false },
  };
  for (const isAbove of [true, false]) {
    const question = { node: cell, isAbove };
    if (gapOf(gaps, question) < gapOf(published, question)) ask(search, question);
    else consider(search, question);
  }
  const { starts, relations } = attack.publication.network.membership;
  for (let next = 0; next < search.questions.length && next < MOST_QUESTIONS && !search.isSettled; next += 1) {
    const question = search.questions[next];
    if (!question) break;
    const { node } = question;
    for (let at = starts[node] ?? 0; at < (starts[node + 1] ?? 0); at += 1)
      follow(search, question, relations[at] ?? 0);
  }
  return search.isSettled || search.best === -1 ? null : search.best;
};
