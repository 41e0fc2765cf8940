import type { Highs } from 'highs';
import type { Belief } from './lp-attacker';

/** Stands for "no upper limit": larger than any count in a test. */
export const NO_LIMIT = 1e6;

type Model = Parameters<Highs['withModel']>[0];

/** Lowest and highest value of each column that the model leaves possible. */
export const extremesOf = (highs: Highs, model: Model, columns: readonly number[]): readonly Belief[] => {
  const { minimize, maximize } = highs.constants.objectiveSense;
  return highs.withModel(model, (solver) => {
    solver.options.set('output_flag', false);
    const extreme = (sense: typeof minimize | typeof maximize): number => {
      solver.changeObjectiveSense(sense);
      const { modelStatus } = solver.run();
      if (modelStatus !== highs.constants.modelStatus.optimal) throw new Error(`The attack ended with ${modelStatus}`);
      return solver.getObjectiveValue();
    };
    return columns.map((column) => {
      solver.changeColCost(column, 1);
      const found = { lowest: extreme(minimize), highest: extreme(maximize) };
      solver.changeColCost(column, 0);
      return found;
    });
  });
};
