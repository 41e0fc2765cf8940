import { activeNetwork } from './active-network';
import { forget } from './forget';
import type { Gaps } from './gaps';
import type { OwnCells } from './insiders';
import { goBack, lookAll, makeNarrowing, type Narrowing, type Network, narrow, setGaps } from './narrow';
import { partnerOf } from './partners';
import { isRevealed, type Publication, withhold } from './publication';

/** What somebody who reads every table can work out. */
interface Reading {
  readonly publication: Publication;
  readonly published: Gaps;
  readonly gaps: Gaps;
  readonly narrowing: Narrowing;
}

const copyOf = ({ up, down, far }: Gaps): Gaps => ({ up: up.slice(), down: down.slice(), far });

/** Works out everything from what is published. */
const read = (publication: Publication, network: Network): Reading => {
  const { published } = publication;
  const gaps = copyOf(published);
  const narrowing = makeNarrowing(network, gaps);
  lookAll(narrowing);
  narrow(narrowing);
  return { publication, published, gaps, narrowing };
};

const revealedIn = ({ publication, gaps }: Reading, isOwn: (cell: number) => boolean): number[] => {
  const revealed: number[] = [];
  for (let cell = 0; cell < publication.codes.length; cell += 1) {
    if (isRevealed(publication, gaps, cell) && !isOwn(cell)) revealed.push(cell);
  }
  return revealed;
};

/** Withholds a partner for every revealed cell, but for those that rest on one that has just been withheld. Returns whether there were any. */
const withholdFor = (reading: Reading, isOwn: (cell: number) => boolean, fresh: Set<number>): boolean => {
  const { publication, published, gaps } = reading;
  const revealed = revealedIn(reading, isOwn);
  for (const cell of revealed) {
    const partner = partnerOf({ publication, published, gaps, fresh, isOwn }, cell);
    if (partner === null) continue;
    fresh.add(partner);
    withhold(publication, partner);
  }
  return revealed.length > 0;
};

const nobodys = () => false;

/** What one who also knows some cells exactly works out of what every reader does. `goBack(narrowing, 0)` takes it back. */
const readAsInsider = (reading: Reading, network: Network, own: OwnCells): Reading => {
  const published = copyOf(reading.published);
  const narrowing = makeNarrowing(network, reading.gaps);
  for (const cell of own.cells) {
    published.up[cell] = 0;
    published.down[cell] = 0;
    setGaps(narrowing, cell, 0, 0);
  }
  narrow(narrowing);
  return { ...reading, published, narrowing };
};

/** Withholds partners from everybody who reads the tables. */
const withholdFromReaders = (reading: Reading): void => {
  for (;;) {
    const fresh = new Set<number>();
    withholdFor(reading, nobodys, fresh);
    if (fresh.size === 0) return;
    forget(reading.narrowing, reading.published, fresh);
    narrow(reading.narrowing);
  }
};

/** One round against insiders. Returns those who were told of something. */
const withholdFromInsiders = (reading: Reading, insiders: readonly OwnCells[]): readonly OwnCells[] => {
  const fresh = new Set<number>();
  const told = insiders.filter((own) => {
    const as = readAsInsider(reading, reading.publication.network, own);
    const wasTold = withholdFor(as, own.has, fresh);
    goBack(as.narrowing, 0);
    return wasTold;
  });
  forget(reading.narrowing, reading.published, fresh);
  narrow(reading.narrowing);
  return fresh.size === 0 ? [] : told;
};

/**
 * Withholds partners until nobody, neither a reader of every table nor one who knows the cells of one school as well, is told of a
 * small count. Withholding only widens what is possible: whoever is told nothing now never will be. Ends, because every round withholds
 * a cell that was shown.
 */
export const withholdPartners = (publication: Publication, insiders: readonly OwnCells[]): void => {
  const { network } = publication;
  const reading = read(publication, network);
  const active = activeNetwork(network, reading.gaps, network.truth.length);
  const everybodys = { ...reading, narrowing: makeNarrowing(active, reading.gaps) };
  withholdFromReaders(everybodys);
  for (let left = insiders; left.length > 0; ) left = withholdFromInsiders(everybodys, left);
};

/** How many cells are told of, to readers and to insiders, after all. */
export const toldCells = (publication: Publication, insiders: readonly OwnCells[]): number => {
  const everybodys = read(publication, publication.network);
  const toReaders = revealedIn(everybodys, nobodys).length;
  const toInsiders = insiders.map((own) => {
    const reading = readAsInsider(everybodys, publication.network, own);
    const told = revealedIn(reading, own.has).length;
    goBack(reading.narrowing, 0);
    return told;
  });
  return toInsiders.reduce((sum, told) => sum + told, toReaders);
};
