import { LEFT, NOT_REACHED, STAGE, STATES, UNKNOWN } from './axis-label';
import type { CellColumns } from './journey-columns';
import { CAREER_POSTS } from './journey-record';

/** Cells `from` to `to` (not included), with what several axes need. Buffers hold one value a cell of the chunk. */
export interface Chunk {
  readonly from: number;
  readonly to: number;
  /** The last stage somebody came to (`STAGE`). */
  readonly furthest: Uint8Array;
  /** Index in `STATES`: why later stages are empty. */
  readonly ending: Uint8Array;
}

const numberOfState = (state: (typeof STATES)[number]): number => STATES.indexOf(state);
export const STATE_NUMBER = {
  unknown: numberOfState(UNKNOWN),
  notReached: numberOfState(NOT_REACHED),
  left: numberOfState(LEFT),
} as const;

/** For each career type of the dictionary: whether it is a post, and why what is empty stays empty. */
const careerTypes = ({ codes }: CellColumns) => {
  const posts: ReadonlySet<string> = new Set(CAREER_POSTS);
  return {
    isPost: Uint8Array.from(codes.careerType, (code) => (posts.has(code) ? 1 : 0)),
    ending: Uint8Array.from(codes.careerType, (code) => {
      if (code === LEFT) return STATE_NUMBER.left;
      return code === '' ? STATE_NUMBER.notReached : STATE_NUMBER.unknown;
    }),
  };
};

/** Fills `furthest` and `ending` of a chunk. Somebody with a later stage has passed the earlier ones, filled in or not. */
export const stagesOf = (store: CellColumns): ((chunk: Chunk) => void) => {
  const { isPost, ending } = careerTypes(store);
  const { foundationArea, foundationYear, specialtyArea, specialtyGroup, careerArea, careerType } = store.columns;
  return (chunk) => {
    for (let cell = chunk.from, i = 0; cell < chunk.to; cell += 1, i += 1) {
      const type = careerType[cell] ?? 0;
      let furthest: number = STAGE.school;
      if ((careerArea[cell] ?? 0) + (isPost[type] ?? 0) > 0) furthest = STAGE.career;
      else if ((specialtyArea[cell] ?? 0) + (specialtyGroup[cell] ?? 0) > 0) furthest = STAGE.specialty;
      else if ((foundationArea[cell] ?? 0) + (foundationYear[cell] ?? 0) > 0) furthest = STAGE.foundation;
      chunk.furthest[i] = furthest;
      chunk.ending[i] = ending[type] ?? STATE_NUMBER.notReached;
    }
  };
};
