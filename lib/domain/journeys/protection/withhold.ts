import { activeNetwork } from './active-network';
import type { OwnCells } from './insiders';
import { type Gaps, goBack, lookAll, makeNarrowing, type Narrowing, type Network, narrow, setGaps } from './narrow';
import { partnerOf } from './partners';
import { isRevealed, type Publication, publishedGaps } from './publication';
import { WITHHELD_CODE } from './published-code';

/** What somebody who reads every table can work out. */
interface Reading {
  readonly publication: Publication;
  readonly published: Gaps;
  readonly gaps: Gaps;
  readonly narrowing: Narrowing;
}

const copyOf = ({ up, down, far }: Gaps): Gaps => ({ up: up.slice(), down: down.slice(), far });

const read = (publication: Publication, network: Network): Reading => {
  const published = publishedGaps(publication);
  const gaps = copyOf(published);
  const narrowing = makeNarrowing(network, gaps);
  lookAll(narrowing);
  narrow(narrowing);
  narrowing.log.length = 0;
  return { publication, published, gaps, narrowing };
};

/** Withholds a partner for every revealed cell, but for those that rest on one that has just been withheld. */
const withholdFor = (
  { publication, published, gaps }: Reading,
  isOwn: (cell: number) => boolean,
  fresh: Set<number>,
): void => {
  const { codes } = publication;
  for (let cell = 0; cell < codes.length; cell += 1) {
    if (!isRevealed(publication, gaps, cell) || isOwn(cell)) continue;
    const partner = partnerOf({ publication, published, gaps, fresh, isOwn }, cell);
    if (partner === null) continue;
    fresh.add(partner);
    codes[partner] = WITHHELD_CODE;
  }
};

const nobodys = () => false;

/** Against everybody who reads the tables. */
const withholdFromReaders = (publication: Publication, network: Network): void => {
  for (;;) {
    const fresh = new Set<number>();
    withholdFor(read(publication, network), nobodys, fresh);
    if (fresh.size === 0) return;
  }
};

/** Against one who also knows some cells exactly. What they work out is taken back afterwards. */
const withholdFromInsider = (reading: Reading, own: OwnCells, fresh: Set<number>): void => {
  const { narrowing, published, publication } = reading;
  const cells = own.cells();
  const before = cells.map((cell) => [published.up[cell] ?? 0, published.down[cell] ?? 0] as const);
  for (const cell of cells) {
    published.up[cell] = 0;
    published.down[cell] = 0;
    setGaps(narrowing, cell, 0, 0);
  }
  narrow(narrowing);
  withholdFor(reading, own.has, fresh);
  goBack(narrowing, 0);
  before.forEach(([up, down], i) => {
    const cell = cells[i] ?? 0;
    published.up[cell] = up;
    published.down[cell] = down;
  });
};

/**
 * Withholds partners until nobody, neither a reader of every table nor one who knows the cells of one school as well, is told of a
 * small count. Ends, because every round withholds a cell that was shown.
 */
export const withholdPartners = (publication: Publication, insiders: readonly OwnCells[]): void => {
  const { network } = publication;
  const active = activeNetwork(network, read(publication, network).gaps, publication.codes.length);
  withholdFromReaders(publication, active);
  for (;;) {
    const fresh = new Set<number>();
    const reading = read(publication, network);
    for (const own of insiders) withholdFromInsider(reading, own, fresh);
    if (fresh.size === 0) return;
  }
};
