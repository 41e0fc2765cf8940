/** Movements of one unit between two dates. Counts are people; rates are shares, 0 to 1 or more. */
export interface Turnover {
  readonly unit: string;
  readonly headcountStart: number;
  readonly headcountEnd: number;
  readonly leavers: number;
  readonly joiners: number;
  /** People in post at both dates ÷ in post at the start. Null where nobody was in post at the start. */
  readonly stabilityIndex: number | null;
  /** Leavers ÷ mean of the two headcounts. Null where both are 0. */
  readonly leaverRate: number | null;
  /** Joiners ÷ mean of the two headcounts. Null where both are 0. */
  readonly joinerRate: number | null;
}

type Posts = ReadonlyMap<string, string>;

const peopleByUnit = (posts: Posts): Map<string, Set<string>> => {
  const units = new Map<string, Set<string>>();
  for (const [person, unit] of posts) {
    const people = units.get(unit) ?? new Set<string>();
    units.set(unit, people.add(person));
  }
  return units;
};

const shareOf = (part: number, whole: number): number | null => (whole === 0 ? null : part / whole);

const turnoverOf = (unit: string, start: ReadonlySet<string>, end: ReadonlySet<string>): Turnover => {
  const stayers = [...start].filter((person) => end.has(person)).length;
  const leavers = start.size - stayers;
  const joiners = end.size - stayers;
  const meanHeadcount = (start.size + end.size) / 2;
  return {
    unit,
    headcountStart: start.size,
    headcountEnd: end.size,
    leavers,
    joiners,
    stabilityIndex: shareOf(stayers, start.size),
    leaverRate: shareOf(leavers, meanHeadcount),
    joinerRate: shareOf(joiners, meanHeadcount),
  };
};

/**
 * Stability index, leaver and joiner rates of every unit, from the people in post at two dates (person → unit), units in
 * order of their code. Total: any two lists have an answer; a rate without a denominator is null.
 *
 * Rates do not add up the tree: someone who moves between two trusts of one board leaves the trust and not the board.
 * So map each person to the unit of the level wanted and compute afresh. Trainees rotate by design: leave them out, or
 * follow the person.
 * Source: NHS England, hospital and community workforce turnover methodology.
 */
export const staffTurnover = (start: Posts, end: Posts): readonly Turnover[] => {
  const before = peopleByUnit(start);
  const after = peopleByUnit(end);
  const nobody: ReadonlySet<string> = new Set();
  const units = [...new Set([...before.keys(), ...after.keys()])].sort();
  return units.map((unit) => turnoverOf(unit, before.get(unit) ?? nobody, after.get(unit) ?? nobody));
};
