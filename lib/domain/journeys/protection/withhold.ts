import { SMALL_COUNTS } from '@/lib/domain/disclosure/rule-set';
import { forget } from './forget';
import { aboveOf, belowOf, type Gaps } from './gaps';
import type { OwnCells } from './insiders';
import { goBack, lookAll, makeNarrowing, type Narrowing, narrow, narrowGap } from './narrow';
import { partnerOf } from './partners';
import { isRevealed, type Publication, withhold } from './publication';
import { LOW_CODE } from './published-code';

/** What somebody who reads every table can work out. */
interface Reading {
  readonly publication: Publication;
  readonly narrowing: Narrowing;
  /** Cells that hold few people or nobody: no others can be revealed. */
  readonly small: Int32Array;
}

const smallCells = ({ network: { truth }, codes }: Publication): Int32Array =>
  Int32Array.from(codes.keys()).filter((cell) => (truth[cell] as number) <= SMALL_COUNTS.highest);

const gapsOf = (cells: Iterable<number>): number[] => [...cells].flatMap((cell) => [aboveOf(cell), belowOf(cell)]);

/** Works out everything from what is published. */
const read = (publication: Publication): Reading => {
  const { network, published } = publication;
  const gaps: Gaps = { widths: published.widths.slice(), far: published.far };
  const narrowing = makeNarrowing(network, gaps);
  lookAll(narrowing);
  narrow(narrowing);
  return { publication, narrowing, small: smallCells(publication) };
};

const revealedIn = ({ publication, narrowing, small }: Reading, isOwn: (cell: number) => boolean): Int32Array =>
  small.filter((cell) => isRevealed(publication, narrowing.gaps, cell) && !isOwn(cell));

/** What was narrowed from cells that are withheld since is worked out again. */
const readAgain = ({ publication, narrowing }: Reading, withheld: Iterable<number>): void => {
  forget(narrowing, publication.published, gapsOf(withheld));
  narrow(narrowing);
};

/**
 * Withholds partners for every revealed cell, for one after the other that doesn't rest on one that has just been withheld, until no
 * cell is revealed for which there is a partner. Returns what was withheld.
 */
const withholdFrom = (reading: Reading, isOwn: (cell: number) => boolean): ReadonlySet<number> => {
  const { publication, narrowing } = reading;
  const withheld = new Set<number>();
  // Withholding takes partners away and makes none: a cell without one isn't asked about again.
  const alone = new Set<number>();
  const hopeless = new Set<number>();
  for (;;) {
    const before = withheld.size;
    for (const cell of revealedIn(reading, isOwn)) {
      while (!alone.has(cell) && isRevealed(publication, narrowing.gaps, cell)) {
        const partner = partnerOf({ publication, gaps: narrowing.gaps, isOwn, hopeless }, cell);
        if (partner === null) {
          alone.add(cell);
          break;
        }
        withheld.add(partner);
        hopeless.clear();
        withhold(publication, partner);
        readAgain(reading, [partner]);
      }
    }
    if (withheld.size === before) return withheld;
  }
};

const nobodys = () => false;

/** Does something with what one works out who knows some cells exactly besides what every reader does, and takes that back. */
const asInsider = <T>(everybodys: Reading, own: OwnCells, work: (reading: Reading) => T): T => {
  const { publication, narrowing: readers } = everybodys;
  const { widths } = publication.published;
  const gaps = gapsOf(own.cells);
  const before = gaps.map((gap) => widths[gap] as number);
  const reading = { ...everybodys, narrowing: { ...readers, log: [] } };
  for (const gap of gaps) {
    widths[gap] = 0;
    if (readers.gaps.widths[gap] !== 0) narrowGap(reading.narrowing, gap, 0, 0);
  }
  narrow(reading.narrowing);
  const done = work(reading);
  goBack(reading.narrowing);
  gaps.forEach((gap, i) => {
    widths[gap] = before[i] as number;
  });
  return done;
};

/**
 * Withholds partners until nobody, neither a reader of every table nor one who knows the cells of one school as well, is told of a
 * small count, as far as there are partners. Withholding widens what is possible, for all of them. Ends, because every round withholds
 * a cell that was shown. Returns how many cells were withheld.
 */
export const withholdPartners = (publication: Publication, insiders: Iterable<OwnCells>): number => {
  const everybodys = read(publication);
  let count = withholdFrom(everybodys, nobodys).size;
  for (let before = -1; before < count; ) {
    before = count;
    for (const own of insiders) {
      const withheld = asInsider(everybodys, own, (reading) => withholdFrom(reading, own.has));
      readAgain(everybodys, withheld);
      count += withheld.size;
    }
    count += withholdFrom(everybodys, nobodys).size;
    // Where 0 isn't told from few, that a cell is withheld for one school tells another that somebody is in it: all are asked again.
    if (!publication.codes.includes(LOW_CODE)) break;
  }
  return count;
};

/** How many cells are told of, to readers and to insiders, after all. */
export const toldCells = (publication: Publication, insiders: Iterable<OwnCells>): number => {
  const everybodys = read(publication);
  let told = revealedIn(everybodys, nobodys).length;
  for (const own of insiders) told += asInsider(everybodys, own, (reading) => revealedIn(reading, own.has).length);
  return told;
};
