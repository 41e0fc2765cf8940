/** Paper has room for this many; the rest stay in the register. */
export const MAX_MEASURED = 4;
export const MAX_RECOMMENDATIONS = 8;
/** Beside a modelled option there is room for fewer. */
export const MAX_BESIDE_OPTION = 5;

export type GroupedRow = { readonly group: 'measured_here' | 'applies_anywhere' | 'other_evidence' };

/** In the order given: up to four measured here, then interviews, then other evidence, up to eight in all. */
export const selectRecommendations = <Row extends GroupedRow>(
  rows: readonly Row[],
  most = MAX_RECOMMENDATIONS,
): readonly Row[] => {
  const of = (group: GroupedRow['group']) => rows.filter((row) => row.group === group);
  const measured = of('measured_here').slice(0, MAX_MEASURED);
  const others = of('other_evidence');
  const room = most - measured.length;
  // Half the room at least is kept for other evidence, if there is that much of it.
  const anywhere = of('applies_anywhere').slice(0, Math.max(room - others.length, Math.ceil(room / 2)));
  return [...measured, ...anywhere, ...others.slice(0, room - anywhere.length)];
};
