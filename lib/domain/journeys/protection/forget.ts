import { type Gaps, opposite } from './gaps';
import { gapLeft, type Inference, lookAt, type Narrowing, narrowGap, type Reach, readReach, setGap } from './narrow';

const reach: Reach = { sum: 0, far: 0 };

/** Whether an inference tells a gap, from nothing that is forgotten or was worked out later than the gap itself. */
const doesTell = (narrowing: Narrowing, gap: number, inference: Inference): boolean => {
  const { network, gaps, ranks, isForgotten } = narrowing;
  const { starts, members, surplus } = network.relations;
  const [relation, way] = [inference >> 1, inference & 1];
  const [own, rank, width] = [opposite(gap), ranks[gap] as number, gaps.widths[gap] as number];
  const to = starts[relation + 1] as number;
  let sum = surplus[relation] as number;
  for (let at = starts[relation] as number; at < to && sum <= width; at += 1) {
    const part = (members[at] as number) ^ way;
    if (part === own) continue;
    if (isForgotten[part] === 1 || (ranks[part] as number) >= rank) return false;
    sum += gaps.widths[part] as number;
  }
  return sum === width;
};

/** Whether a gap still follows from what isn't forgotten. */
const isTold = (narrowing: Narrowing, gap: number): boolean => {
  const { membership, relations } = narrowing.network;
  const { starts } = membership;
  const other = opposite(gap);
  for (let at = starts[other] as number; at < (starts[other + 1] as number); at += 1)
    if (doesTell(narrowing, gap, 2 * (membership.relations[at] as number))) return true;
  for (let at = starts[gap] as number; at < (starts[gap + 1] as number); at += 1) {
    const relation = membership.relations[at] as number;
    if (relations.isAtLeast[relation] === 0 && doesTell(narrowing, gap, 2 * relation + 1)) return true;
  }
  return false;
};

const doubt = ({ isDoubted, doubted }: Narrowing, gap: number): void => {
  if (isDoubted[gap] === 1) return;
  isDoubted[gap] = 1;
  doubted.push(gap);
};

/** Doubts what an inference told with the help of a gap: members that were worked out later and are as narrow as it leaves them. */
const doubtTold = (narrowing: Narrowing, gap: number, inference: Inference): void => {
  const { network, gaps, ranks } = narrowing;
  if (!readReach(reach, network, gaps, inference)) return;
  const { starts, members } = network.relations;
  const [relation, way] = [inference >> 1, inference & 1];
  for (let at = starts[relation] as number; at < (starts[relation + 1] as number); at += 1) {
    const own = (members[at] as number) ^ way;
    const told = opposite(own);
    if (own === gap || (ranks[told] as number) <= (ranks[gap] as number)) continue;
    if (gaps.widths[told] === gapLeft(reach, gaps.widths[own] as number, gaps.far)) doubt(narrowing, told);
  }
};

const doubtRestingOn = (narrowing: Narrowing, gap: number): void => {
  const { membership, relations } = narrowing.network;
  const { starts } = membership;
  for (let at = starts[gap] as number; at < (starts[gap + 1] as number); at += 1)
    doubtTold(narrowing, gap, 2 * (membership.relations[at] as number));
  const other = opposite(gap);
  for (let at = starts[other] as number; at < (starts[other + 1] as number); at += 1) {
    const relation = membership.relations[at] as number;
    if (relations.isAtLeast[relation] === 0) doubtTold(narrowing, gap, 2 * relation + 1);
  }
};

/** What no longer follows once some gaps are doubted. Their widths stay as they were meanwhile. */
const forgottenFrom = (narrowing: Narrowing, published: Gaps): readonly number[] => {
  const { gaps, doubted, isDoubted, isForgotten } = narrowing;
  const forgotten: number[] = [];
  for (let next = 0; next < doubted.length; next += 1) {
    const gap = doubted[next] as number;
    isDoubted[gap] = 0;
    if (isForgotten[gap] === 1 || (gaps.widths[gap] as number) >= (published.widths[gap] as number)) continue;
    if (isTold(narrowing, gap)) continue;
    isForgotten[gap] = 1;
    forgotten.push(gap);
    doubtRestingOn(narrowing, gap);
  }
  doubted.length = 0;
  return forgotten;
};

/**
 * After something else is published of some gaps: takes back what was worked out from them and follows from nothing else, and what was
 * worked out from that. It is as published again, and what tells of it waits to be looked at. Everything must have been narrowed
 * before: each gap is then as wide as what was published of it, or as an inference leaves it from gaps that were narrowed before it.
 */
export const forget = (narrowing: Narrowing, published: Gaps, changed: readonly number[]): void => {
  const { gaps, isForgotten } = narrowing;
  for (const gap of changed) doubt(narrowing, gap);
  for (const gap of forgottenFrom(narrowing, published)) {
    setGap(narrowing, gap, published.widths[gap] as number, 0);
    isForgotten[gap] = 0;
    lookAt(narrowing, gap);
  }
  // That a cell of few is withheld tells that there is somebody in it.
  for (const gap of changed) {
    const width = published.widths[gap] as number;
    if (width < (gaps.widths[gap] as number)) narrowGap(narrowing, gap, width, 0);
  }
};
