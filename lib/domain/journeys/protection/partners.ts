import { aboveOf, belowOf, type Gaps, nodeOf, opposite } from './gaps';
import { gapLeft, type Inference, type Reach, readReach } from './narrow';
import type { Publication } from './publication';
import { LOW_CODE, WITHHELD_CODE } from './published-code';

/** What an attacker has worked out. */
export interface Attack {
  readonly publication: Publication;
  readonly gaps: Gaps;
  /** Cells that the attacker knows whatever is published. */
  readonly isOwn: (cell: number) => boolean;
  /** Gaps that rest on no cell that could be withheld, nor does anything they rest on: as long as nothing more is withheld. */
  readonly hopeless: Set<number>;
}

/** Cells, one of which has to be withheld as well. */
interface Search extends Attack {
  /** Gaps that are asked about, each once. */
  readonly questions: number[];
  readonly asked: Set<number>;
  best: number;
  bestCost: number;
}

/** Once a partner is found, others are as good beyond this many questions. */
const ENOUGH_QUESTIONS = 40;
/** Beyond this many there is hardly a partner to be found. */
const MOST_QUESTIONS = 400;

const isWorkedOut = ({ gaps, publication: { published } }: Search, gap: number): boolean =>
  (gaps.widths[gap] as number) < (published.widths[gap] as number);

const ask = ({ questions, asked }: Search, gap: number): void => {
  if (asked.has(gap)) return;
  asked.add(gap);
  questions.push(gap);
};

/** What it costs not to show a cell: the people in it, as published. */
const costOf = (code: number): number => (code === LOW_CODE ? 1 : code);

/** Considers a cell whose own rounding an inference rests on: withheld, the inference falls. */
const consider = (search: Search, gap: number): void => {
  const { codes, network, width } = search.publication;
  const node = nodeOf(gap);
  const code = codes[node];
  const count = network.truth[node] as number;
  const wouldFall = gap === aboveOf(node) || count > width;
  if (code === undefined || count === 0 || !wouldFall || search.isOwn(node)) return;
  if (code === WITHHELD_CODE) return;
  const cost = costOf(code);
  if (cost > search.bestCost || (cost === search.bestCost && node >= search.best)) return;
  search.best = node;
  search.bestCost = cost;
};

const reach: Reach = { sum: 0, far: 0 };

/** Follows an inference if it is what narrows the gap. */
const follow = (search: Search, question: number, inference: Inference): void => {
  const { publication, gaps } = search;
  const { network } = publication;
  if (!readReach(reach, network, gaps, inference)) return;
  const own = gaps.widths[opposite(question)] as number;
  if (gapLeft(reach, own, gaps.far) !== gaps.widths[question]) return;
  const { starts, members } = network.relations;
  const [relation, way] = [inference >> 1, inference & 1];
  for (let at = starts[relation] as number; at < (starts[relation + 1] as number); at += 1) {
    const gap = (members[at] as number) ^ way;
    if (gap === opposite(question)) continue;
    if (isWorkedOut(search, gap)) ask(search, gap);
    else consider(search, gap);
  }
};

const followAll = (search: Search, question: number): void => {
  const { membership, relations } = search.publication.network;
  const { starts } = membership;
  const other = opposite(question);
  for (let at = starts[other] as number; at < (starts[other + 1] as number); at += 1)
    follow(search, question, 2 * (membership.relations[at] as number));
  for (let at = starts[question] as number; at < (starts[question + 1] as number); at += 1) {
    const relation = membership.relations[at] as number;
    if (relations.isAtLeast[relation] === 0) follow(search, question, 2 * relation + 1);
  }
};

/**
 * The cell whose loss costs least of those that a revealed cell rests on; null where there is none. Looks through the sums that narrow
 * the cell, and through those that narrow their parts. What a search to the end finds hopeless is not looked through again.
 */
export const partnerOf = (attack: Attack, cell: number): number | null => {
  const search: Search = { ...attack, questions: [], asked: new Set(), best: -1, bestCost: Number.POSITIVE_INFINITY };
  for (const gap of [aboveOf(cell), belowOf(cell)]) {
    if (isWorkedOut(search, gap)) ask(search, gap);
    else consider(search, gap);
  }
  const { questions, hopeless } = search;
  if (search.best === -1 && questions.every((gap) => hopeless.has(gap))) return null;
  let next = 0;
  for (; next < questions.length; next += 1) {
    if (next >= (search.best === -1 ? MOST_QUESTIONS : ENOUGH_QUESTIONS)) break;
    followAll(search, questions[next] as number);
  }
  if (search.best !== -1) return search.best;
  if (next === questions.length) for (const gap of questions) hopeless.add(gap);
  return null;
};
