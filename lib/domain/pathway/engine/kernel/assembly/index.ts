// The hot loops of the pathway engine over the arrays that the host lays out in this module's memory.
export { chooseCareers } from './careers';
export { enterOthers, enterPart, measurePlaced } from './flows';
export { ageGap, applyAgain, applyAll, foundationYear, keepPool } from './pools';
export { addChoices, forcedMoves, inclusiveValues, placedClasses, recordPair, restPosts } from './results';
export { solveNode } from './solve';
export { finishTraining, hasStocks, setSurvival, trainForYear } from './training';

/** First address that the host may use. */
export function firstFree(): usize {
  return __heap_base;
}
