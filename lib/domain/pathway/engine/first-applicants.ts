import type { CompiledPathway } from './compiled-pathway';

/** `[class]` people who compete at each node in the first year, in any queue, before anything of a draw has moved them. */
interface FirstApplicants {
  readonly foundation: Float64Array;
  readonly entry: Float64Array;
  /** By programme; null where it is run-through. */
  readonly higher: readonly (Float64Array | null)[];
}

const addScaled = (into: Float64Array, from: Float64Array, factor: number): void => {
  for (let cell = 0; cell < into.length; cell += 1) into[cell] = (into[cell] ?? 0) + factor * (from[cell] ?? 0);
};

/** From outside the pathway: a home elsewhere and no region, the last cell of a tie. */
const addExternals = ({ grid, input }: CompiledPathway, into: Float64Array, people: number): void => {
  const last = grid.places * grid.places - 1;
  const tied = input.rates.tieShare.value;
  into[last] = (into[last] ?? 0) + people * (1 - tied);
  into[2 * last + 1] = (into[2 * last + 1] ?? 0) + people * tied;
};

/** Core trainees at the start who have finished: of those who have done `n` years, who takes exactly `n` of those that take as many. */
const addCoreCompleters = ({ parts, opening }: CompiledPathway, group: number, into: Float64Array): void => {
  const index = parts.findIndex((part) => part.group === group && !part.isFinal);
  const part = parts[index];
  if (!part) return;
  opening.training[index]?.forEach((classes, at) => {
    const years = at + 1;
    const all =
      (1 - part.ltftShare) * (part.fullTime.atLeast[years] ?? 0) + part.ltftShare * (part.ltft.atLeast[years] ?? 0);
    const now =
      (1 - part.ltftShare) * (part.fullTime.exactly[years] ?? 0) + part.ltftShare * (part.ltft.exactly[years] ?? 0);
    if (classes && all > 0) addScaled(into, classes, now / all);
  });
};

export const firstApplicants = (compiled: CompiledPathway): FirstApplicants => {
  const { grid, opening, input, leavers, groups } = compiled;
  const { f2, gap1, gap2, gap3 } = input.rates.applying;
  const entry = new Float64Array(grid.cells);
  addScaled(entry, opening.f2, f2.value);
  [gap1, gap2, gap3].forEach((share, age) => {
    addScaled(entry, opening.gap[age] ?? entry, share.value);
  });
  addExternals(compiled, entry, compiled.externalEntry[0] ?? 0);
  const higher = Array.from({ length: groups }, (_, group) => {
    if (input.programmes[group]?.coreYears === null) return null;
    const people = Float64Array.from(opening.higherPool[group] ?? []);
    addCoreCompleters(compiled, group, people);
    addExternals(compiled, people, compiled.externalHigher[group] ?? 0);
    return people;
  });
  return { foundation: leavers.slice(0, grid.cells), entry, higher };
};
