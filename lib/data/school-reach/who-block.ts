import 'server-only';
import type { Gradient, Representations } from '@/lib/contracts/school-reach';
import type { MixCharacteristic } from '@/lib/contracts/school-reach-query';
import { youngPeople } from '@/lib/data/journeys/model-places';
import { countryOf } from '@/lib/domain/geography/area';
import { type ByFifth, deprivationGradient, FIFTHS, gradientsOfSchools } from '@/lib/domain/reach/deprivation-gradient';
import { cellMeasure, type ReachCell } from '@/lib/domain/reach/published-count';
import { type NamedBase, representation } from '@/lib/domain/reach/representation';
import { orderQuantile } from '@/lib/domain/statistics/order-quantile';
import { groupLabel } from '@/lib/format/reach-words';
import type { ReachContext } from './reach-context';
import { cellOf, isAbsent, type SchoolLine, schoolLine, sumCell, toReachCell } from './school-line';

/** Groups that are compared, each with its breakdown of the young population; the rest is not known or too few to compare. */
export const GROUPS: Readonly<
  Record<MixCharacteristic, { readonly compared: Readonly<Record<string, string>>; readonly rest: readonly string[] }>
> = {
  quintile: { compared: Object.fromEntries(FIFTHS.map((fifth) => [fifth, `fifth-${fifth}`])), rest: ['unknown'] },
  sex: { compared: { F: 'female', M: 'male' }, rest: ['X', 'U'] },
  ethnicity: { compared: { white: 'white', non_white: 'non-white' }, rest: ['unknown'] },
};

const NOT_LOADED: Readonly<Record<MixCharacteristic, string>> = {
  quintile:
    'Not loaded. The school’s own intake file (intake.csv) or a cohort (cohort.csv) carries the deprivation fifth of the home.',
  sex: 'Not loaded. A rounded national table (home_school.csv) or a cohort (cohort.csv) carries it; a school’s own intake file doesn’t.',
  ethnicity:
    'Not loaded. A rounded national table (home_school.csv) or a cohort (cohort.csv) carries it; a school’s own intake file doesn’t.',
};

export const lineBy = (context: ReachContext, by: MixCharacteristic) =>
  schoolLine(context, `school_by_${by}`, NOT_LOADED[by]);

function baseFor({ store, school }: ReachContext, by: MixCharacteristic): NamedBase {
  const country = countryOf(school.root);
  return {
    name: `people aged 16 to 17 in ${country.inText}`,
    people: Object.fromEntries(
      Object.entries(GROUPS[by].compared).map(([group, breakdown]) => [
        group,
        youngPeople(store, country.code, breakdown),
      ]),
    ),
  };
}

/** Rounded tables have no column of those whose group isn't known. */
const restOf = (line: SchoolLine, by: MixCharacteristic): ReachCell =>
  sumCell(GROUPS[by].rest.map((label) => line.cells.get(label) ?? ({ kind: 'not_loaded' } as const)));

export function representations(context: ReachContext, by: MixCharacteristic): Representations {
  const line = lineBy(context, by);
  if (isAbsent(line)) return line;
  const groups = Object.keys(GROUPS[by].compared).map((group) => ({ group, people: cellOf(line, group) }));
  const result = representation(groups, {
    unknown: restOf(line, by),
    base: baseFor(context, by),
    rules: line.rules,
  });
  return {
    kind: 'given',
    papers: line.papers,
    base: result.base,
    unknown: result.unknown,
    groups: result.groups.map((one, i) => ({
      ...one,
      label: groupLabel(by, one.group),
      people: cellMeasure(groups[i]?.people ?? { kind: 'not_loaded' }),
    })),
  };
}

/** With fewer, the middle of the others would be one or two schools that somebody could name. */
const LEAST_OTHERS = 5;

const toTenth = (value: number): number => Math.round(value * 10) / 10;

const byFifth = (cell: (fifth: string) => ReachCell): ByFifth<ReachCell> => ({
  '1': cell('1'),
  '2': cell('2'),
  '3': cell('3'),
  '4': cell('4'),
  '5': cell('5'),
});

/** The other schools together, and none of them by itself: to one decimal, so that no slope of a school can be read off. */
function othersOf({ school }: ReachContext, { table, rules }: SchoolLine, base: NamedBase) {
  const { rows, columns, cells } = table;
  const schools = rows.flatMap((code, r) => {
    const cell = (fifth: string) => toReachCell(cells[r * columns.length + columns.indexOf(fifth)]);
    return code === school.code ? [] : [{ school: code, entrants: byFifth(cell) }];
  });
  const slopes = gradientsOfSchools(schools, base, rules).flatMap(({ gradient }) =>
    gradient.kind === 'value' ? [gradient.value] : [],
  );
  if (slopes.length < LEAST_OTHERS) return null;
  const at = (probability: number) => toTenth(orderQuantile(slopes, probability));
  return { schools: slopes.length, lowerQuartile: at(0.25), median: at(0.5), upperQuartile: at(0.75) };
}

/** The school's gradient over the fifths, beside the middle of the other schools'. */
export function gradientBlock(context: ReachContext): Gradient {
  const line = lineBy(context, 'quintile');
  if (isAbsent(line)) return line;
  const base = baseFor(context, 'quintile');
  return {
    kind: 'given',
    papers: line.papers,
    own: deprivationGradient(
      byFifth((fifth) => cellOf(line, fifth)),
      base,
      line.rules,
    ),
    base: base.name,
    others: othersOf(context, line, base),
  };
}
