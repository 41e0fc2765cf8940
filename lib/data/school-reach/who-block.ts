import 'server-only';
import type { Gradient, Representations } from '@/lib/contracts/school-reach';
import type { MixCharacteristic } from '@/lib/contracts/school-reach-query';
import { schoolsKnown } from '@/lib/data/journeys/audience';
import { type SourcedBase, youngBase } from '@/lib/data/journeys/young-base';
import { type ByFifth, deprivationGradient, FIFTHS, gradientsOfSchools } from '@/lib/domain/reach/deprivation-gradient';
import { middleOfSchools } from '@/lib/domain/reach/middle-of-schools';
import { cellMeasure, type ReachCell } from '@/lib/domain/reach/published-count';
import { type NamedBase, representation } from '@/lib/domain/reach/representation';
import { sumCell } from '@/lib/domain/reach/sum-cell';
import { groupLabel } from '@/lib/format/reach-words';
import type { ReachContext } from './reach-context';
import { cellOf, isAbsent, type SchoolLine, schoolLine, toReachCell } from './school-line';

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

const baseFor = ({ store, school }: ReachContext, by: MixCharacteristic): SourcedBase =>
  youngBase(store, school.root, GROUPS[by].compared);

/** Rounded tables have no column of those whose group isn't known. */
const restOf = (line: SchoolLine, by: MixCharacteristic): ReachCell =>
  sumCell(GROUPS[by].rest.map((label) => line.cells.get(label) ?? ({ kind: 'not_loaded' } as const)));

export function representations(context: ReachContext, by: MixCharacteristic): Representations {
  const line = lineBy(context, by);
  if (isAbsent(line)) return line;
  const groups = Object.keys(GROUPS[by].compared).map((group) => ({ group, people: cellOf(line, group) }));
  const base = baseFor(context, by);
  const result = representation(groups, { unknown: restOf(line, by), base, rules: line.rules });
  return {
    kind: 'given',
    papers: line.papers,
    base: result.base,
    baseSource: base.source,
    unknown: result.unknown,
    groups: result.groups.map((one, i) => ({
      ...one,
      label: groupLabel(by, one.group),
      people: cellMeasure(groups[i]?.people ?? { kind: 'not_loaded' }),
    })),
  };
}

const byFifth = (cell: (fifth: string) => ReachCell): ByFifth<ReachCell> => ({
  '1': cell('1'),
  '2': cell('2'),
  '3': cell('3'),
  '4': cell('4'),
  '5': cell('5'),
});

/** The other schools together, and none of them by itself. A reader's own schools aren't among them: they could be taken away. */
function othersOf({ school, viewer }: ReachContext, { table, rules }: SchoolLine, base: NamedBase) {
  const { rows, columns, cells } = table;
  const known = [school.code, ...schoolsKnown(viewer)];
  const schools = rows.flatMap((code, r) => {
    const cell = (fifth: string) => toReachCell(cells[r * columns.length + columns.indexOf(fifth)]);
    return known.includes(code) ? [] : [{ school: code, entrants: byFifth(cell) }];
  });
  const slopes = gradientsOfSchools(schools, base, rules).flatMap(({ gradient }) =>
    gradient.kind === 'value' ? [gradient.value] : [],
  );
  return middleOfSchools(slopes);
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
    baseSource: base.source,
    others: othersOf(context, line, base),
  };
}
