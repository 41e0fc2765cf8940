import { resetNode } from './choice-node';
import { resetPart } from './cohorts';
import type { RunState } from './run-state';

/** Back to the opening stocks, as if nothing had been run. */
export const resetRun = (state: RunState): void => {
  const { compiled, foundation, entry, higher } = state;
  const { opening, parts } = compiled;
  for (const pair of [foundation, entry, ...higher]) {
    if (pair) resetNode(pair.first);
    if (pair?.others) resetNode(pair.others);
  }
  parts.forEach((part, index) => {
    const cohorts = state.cohorts[index];
    const totals = state.openingTotals[index];
    if (cohorts && totals) resetPart(compiled, part, cohorts, totals);
  });
  state.f1.set(opening.f1);
  state.f2.set(opening.f2);
  opening.gap.forEach((classes, age) => {
    state.gap[age]?.set(classes);
  });
  opening.higherPool.forEach((classes, group) => {
    state.pool[group]?.set(classes);
    state.poolPeople[group] = opening.higherPoolPeople[group] ?? 0;
  });
  compiled.input.programmes.forEach(({ coreYears, dilation }, group) => {
    state.poolElapsed[group] = (coreYears ?? 0) * dilation.value;
  });
  for (const history of Object.values(state.filled)) history.fill(0);
  state.settlingNew.fill(0);
  state.settlingOld.set(opening.settling);
  state.careerHeads.set(opening.careerHeads);
  state.careerFte.set(opening.careerFte);
  state.left = opening.left;
  state.departed = 0;
  state.joined = 0;
};
