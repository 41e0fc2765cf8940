import { type AreaType, countryOf, type DatedArea, type Root } from '@/lib/domain/geography/area';
import { areasValidOn } from '@/lib/domain/geography/validity';
import { ALL, type Indicator } from '@/lib/domain/indicators/indicator';
import { checkMissingAreas, checkOverlappingLevels, checkTotals, type PartOf } from './check-areas';
import { checkFuture, latestPeriodEnd } from './check-future';
import { checkDuplicates } from './check-keys';
import { checkStaleness } from './check-staleness';
import { checkJumps, checkRanges } from './check-values';
import { rulesOf } from './indicator-rules';
import { type QualityFlag, type QualityRow, worstFirst } from './quality-flag';

/** Areas of these types are ranked: there, one that is missing matters. */
const RANKED: readonly AreaType[] = ['training_region', 'nhs_region', 'icb', 'local_authority'];

/** The figures of one indicator in one country. */
export interface IndicatorFigures {
  readonly root: Root;
  readonly indicator: Pick<Indicator, 'id' | 'unit' | 'decimals'>;
  readonly rows: readonly QualityRow[];
  /** Figures that several releases give with different values, in the order in which they were loaded. */
  readonly repeated: readonly QualityRow[];
  /** How often the publisher brings out a new one, in months; null where that isn't known. */
  readonly everyMonths: number | null;
}

const newestPeriod = (rows: readonly QualityRow[]): string | null =>
  rows.reduce<string | null>((last, { period }) => (last !== null && last >= period ? last : period), null);

/** What figures say that are checked an area at a time: `rows` may be those of one area. */
export const checkWithinAreas = (
  { indicator, rows, repeated }: Pick<IndicatorFigures, 'indicator' | 'rows' | 'repeated'>,
  today: string,
): QualityFlag[] => {
  const { range, jump, looksAhead } = rulesOf(indicator);
  return [
    ...checkDuplicates(repeated),
    ...checkRanges(rows, range),
    ...checkFuture(rows, today, looksAhead),
    ...checkJumps(rows, jump),
  ];
};

/** What only the figures of all areas together show. `areas` are those of all times. */
export const createAcrossAreasCheck = (areas: readonly DatedArea[], today: string) => {
  const areaByCode = new Map(areas.map((area) => [area.code, area]));
  const lists = new Map<string, DatedArea[]>();
  /** Only the areas of one day: no part is counted in two vintages. */
  const areasOn = (root: Root, type: AreaType, day: string): DatedArea[] => {
    const key = `${root} ${type} ${day}`;
    const ofType = () => areas.filter((area) => area.root === root && area.type === type);
    const known = lists.get(key) ?? areasValidOn(ofType(), day);
    lists.set(key, known);
    return known;
  };

  /** Rows of each type of area that has any, with the areas that there are of it. */
  const levelsOf = (rows: readonly QualityRow[], root: Root) =>
    RANKED.flatMap((type) => {
      const ofType = rows.filter(({ areaCode }) => areaByCode.get(areaCode)?.type === type);
      const newest = newestPeriod(ofType);
      return newest === null ? [] : [{ ofType, expected: areasOn(root, type, newest) }];
    });

  const latest = latestPeriodEnd(today);

  return ({ root, indicator, rows: given, everyMonths }: Omit<IndicatorFigures, 'repeated'>): QualityFlag[] => {
    const { roundingStep } = rulesOf(indicator);
    // A period that hasn't come makes no other the older one.
    const rows = given.filter(({ period }) => period <= latest);
    const newest = newestPeriod(rows);
    const levels = levelsOf(rows, root);
    const country = countryOf(root).code;
    const parts = levels.map(({ expected }): PartOf[] =>
      expected.map(({ code }) => ({ childCode: code, parentCode: country })),
    );
    const sums =
      roundingStep === null
        ? []
        : [
            ...parts.flatMap((one) => checkTotals(rows, { parts: one, tolerance: roundingStep * (one.length + 1) })),
            ...checkOverlappingLevels(rows, { parts: parts.flat(), totalBreakdowns: [ALL] }),
          ];
    return [
      ...sums,
      ...levels.flatMap(({ ofType, expected }) => checkMissingAreas(ofType, expected)),
      ...(newest === null ? [] : checkStaleness({ periodEnd: newest, everyMonths, today })),
    ];
  };
};

/** All checks of one indicator's figures. `areas` are those of all times. */
export const createIndicatorCheck = (areas: readonly DatedArea[], today: string) => {
  const checkAcrossAreas = createAcrossAreasCheck(areas, today);
  return (figures: IndicatorFigures): QualityFlag[] =>
    worstFirst([...checkWithinAreas(figures, today), ...checkAcrossAreas(figures)]);
};
