import 'server-only';
import type { ColdSpots, HomeReach } from '@/lib/contracts/school-reach';
import { latestFigure, youngPeople } from '@/lib/data/journeys/model-places';
import type { TableSource } from '@/lib/data/journeys/table-source';
import { youngPapers } from '@/lib/data/journeys/young-base';
import { isState } from '@/lib/domain/journeys/axis-label';
import { kmBetween } from '@/lib/domain/journeys/distance-profile';
import { type Measure, measured, SUPPRESSED } from '@/lib/domain/measure/measure';
import { type ColdSpotsResult, coldSpots } from '@/lib/domain/reach/cold-spots';
import { distanceAverages } from '@/lib/domain/reach/distance-averages';
import { distanceProfile, nearbyShare, ownRegionShare } from '@/lib/domain/reach/distance-profile';
import { type HomeArea, reachByArea } from '@/lib/domain/reach/home-areas';
import { type CountRules, cellMeasure, countOf, type ReachCell } from '@/lib/domain/reach/published-count';
import { sumCell } from '@/lib/domain/reach/sum-cell';
import { withinTotal } from '@/lib/domain/reach/within-total';
import { REFUSAL_WORDS } from '@/lib/format/words';
import { named, nameOf, type ReachContext } from './reach-context';
import { absent, cellOf, isAbsent, type SchoolLine, schoolLine } from './school-line';

const NOT_LOADED =
  'Not loaded. The school’s own intake file (intake.csv: entry year, home authority, entrants), a rounded national table (home_school.csv) or a cohort (cohort.csv) would load it.';

const YOUNG_MISSING =
  'Not loaded. People aged 16 to 17 of each authority (young_people.csv: year, authority, people) would load it.';

const TOO_FEW = 'Fewer than five authorities have a count, young people and a distance: no fall-off can be drawn.';

const reasonWords = (reason: Extract<ColdSpotsResult, { kind: 'none' }>['reason']): string =>
  reason === 'too_few_areas' ? TOO_FEW : `No fall-off with distance can be drawn. ${REFUSAL_WORDS[reason]}`;

/** Shown or withheld. */
const hasCount = ({ kind }: ReachCell): boolean => kind === 'value' || kind === 'suppressed';

function homeAreas({ store, school }: ReachContext, line: SchoolLine): HomeArea[] {
  const { places } = line.from;
  const kmOf = kmBetween(places.positions);
  const codes = new Set([...places.homes, ...line.cells.keys()]);
  return [...codes]
    .filter((code) => places.homes.includes(code) || !isState(code) || hasCount(cellOf(line, code)))
    .map((code) => ({
      code,
      region: places.regionOf.get(code) ?? null,
      entrants: cellOf(line, code),
      aged16To17: youngPeople(store, code),
      distanceKm: kmOf(code, school.code),
      deprivationScore: latestFigure(store, 'imd-score', code),
      nonWhitePct: latestFigure(store, 'non-white-share-16-17', code),
    }));
}

/**
 * More authorities with a count that rounds to 0 than people in the others: what those stand for would make the figure, and
 * a share or an average of it would say more of rounding than of entrants.
 */
function isThin(areas: readonly HomeArea[]): boolean {
  const people = areas.reduce((sum, { entrants }) => sum + (entrants.kind === 'value' ? entrants.count : 0), 0);
  return areas.filter(({ entrants }) => entrants.kind === 'low').length > people;
}

/** Everybody of the school: from a table with few cells where the source has one, because every cell adds its rounding. */
function everybodyOf(context: ReachContext, line: SchoolLine, areas: readonly HomeArea[]): ReachCell {
  const few = schoolLine(context, 'school_by_settlement_at_foundation', '');
  const isSame =
    !isAbsent(few) &&
    few.from === line.from &&
    few.papers.clock === line.papers.clock &&
    few.papers.period === line.papers.period;
  return sumCell(isSame ? [...few.cells.values()] : areas.map(({ entrants }) => entrants));
}

/** Rounded again, so that no sum looks exact; between what rounding leaves possible where that is more than a step off. */
function entrantsOf(sum: ReachCell, line: SchoolLine): Measure {
  const total = cellMeasure(sum);
  if (total.kind !== 'value') return total;
  const step = line.rules.roundedTo;
  const stepped = (value: number) => Math.round(value / step) * step;
  const limits = countOf(sum, line.rules);
  const isSure = limits.kind !== 'count' || limits.highest - total.value <= step;
  const between = isSure
    ? null
    : { lower: stepped(limits.lowest), upper: stepped(limits.highest), level: 0.95, method: 'Rounding' };
  return measured(stepped(total.value), between);
}

const withheldShare = <Share extends { readonly share: Measure; readonly ratio: Measure }>(share: Share): Share => ({
  ...share,
  share: SUPPRESSED,
  ratio: SUPPRESSED,
});

/** In a country of hundreds of authorities one or two are withheld: of shares of everybody they leave little in doubt. */
function withBounds(areas: readonly HomeArea[], everybody: ReachCell, rules: CountRules): HomeArea[] {
  const cells = withinTotal(
    areas.map(({ entrants }) => entrants),
    countOf(everybody, rules),
    rules,
  );
  return areas.map((area, i) => ({
    ...area,
    entrants: cells[i] ?? area.entrants,
    isWithheld: area.entrants.kind === 'suppressed',
  }));
}

function homeReach(context: ReachContext, line: SchoolLine, areas: readonly HomeArea[]): HomeReach {
  const { papers, rules, from } = line;
  const region = from.places.regionOf.get(context.school.code);
  const rates = reachByArea(areas, rules);
  const everybody = everybodyOf(context, line, areas);
  const placed = withBounds(areas, everybody, rules);
  const { bands } = distanceProfile(placed, rules);
  // An average needs every count: those of a withheld authority may be the furthest.
  const { meanKm, medianKm } = distanceAverages(areas, rules);
  const thin = isThin(areas);
  const nearby = nearbyShare(placed, rules);
  const ownRegion = region === undefined ? null : ownRegionShare(placed, region, rules);
  return {
    kind: 'given',
    papers,
    youngSource: youngPapers(
      context.store,
      areas.map(({ code }) => code),
    ),
    authorities: areas.map((area, i) => ({
      ...named(context, area.code),
      region: area.region === null ? null : named(context, area.region),
      latitude: from.places.positions.get(area.code)?.latitude ?? null,
      longitude: from.places.positions.get(area.code)?.longitude ?? null,
      distanceKm: area.distanceKm,
      aged16To17: area.aged16To17,
      entrants: cellMeasure(area.entrants),
      per10000: rates[i]?.per10000 ?? { kind: 'not_loaded' },
    })),
    entrants: entrantsOf(everybody, line),
    bands: bands.map((band) => (thin ? { ...band, share: SUPPRESSED, per10000: SUPPRESSED } : band)),
    meanKm: thin ? SUPPRESSED : meanKm,
    medianKm: thin ? SUPPRESSED : medianKm,
    nearby: thin ? withheldShare(nearby) : nearby,
    ownRegion: thin && ownRegion ? withheldShare(ownRegion) : ownRegion,
  };
}

function coldOf(context: ReachContext, { papers, rules }: SchoolLine, areas: readonly HomeArea[]): ColdSpots {
  const result = coldSpots(areas, rules);
  if (result.kind === 'none') {
    const lacksYoung = areas.every(({ aged16To17 }) => aged16To17 === null);
    return lacksYoung ? absent('not_loaded', YOUNG_MISSING) : absent('not_possible', reasonWords(result.reason));
  }
  const { kind: _, areas: judged, ...rest } = result;
  const areaOf = new Map(areas.map((area) => [area.code, area]));
  return {
    kind: 'given',
    papers,
    ...rest,
    areas: judged.map(({ code, ...row }) => {
      const area = areaOf.get(code);
      return {
        code,
        name: nameOf(context, code),
        entrants: area ? cellMeasure(area.entrants) : { kind: 'not_loaded' },
        aged16To17: area?.aged16To17 ?? null,
        distanceKm: area?.distanceKm ?? null,
        ...row,
      };
    }),
  };
}

type HomeBlocks = { home: HomeReach; cold: ColdSpots };

/** The same for everybody who may see them: worked out once for what is published. */
const known = new WeakMap<TableSource, Map<string, HomeBlocks>>();

function workedOut(context: ReachContext, line: SchoolLine): HomeBlocks {
  const areas = homeAreas(context, line);
  return { home: homeReach(context, line, areas), cold: coldOf(context, line, areas) };
}

/** Where entrants come from, and the authorities that send fewer than expected: one table, one fit. */
export function homeBlocks(context: ReachContext): HomeBlocks {
  const line = schoolLine(context, 'home_by_school', NOT_LOADED);
  if (isAbsent(line)) return { home: line, cold: line };
  const blocks = known.get(line.from) ?? new Map<string, HomeBlocks>();
  known.set(line.from, blocks);
  const key = `${context.school.code} ${line.papers.clock} ${line.papers.period}`;
  const found = blocks.get(key) ?? workedOut(context, line);
  blocks.set(key, found);
  return found;
}
