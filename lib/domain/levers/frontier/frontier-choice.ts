/** One setting of a lever in a region. What it gives is against not setting it, and adds up over choices. */
export interface Setting {
  readonly intensity: number;
  /** Whole units of money, such as £10,000, rounded up. */
  readonly costUnits: number;
  /** Improvement of need and of careers, each in its own unit; below 0 where it gets worse. */
  readonly need: number;
  readonly careers: number;
}

/** A lever in a region: one of its settings, or none. */
export interface FrontierChoice {
  readonly id: string;
  readonly settings: readonly Setting[];
}

/** What is chosen: position of the setting by choice; null where it isn’t set. */
export type Selection = readonly (number | null)[];

export interface Plan {
  readonly selection: Selection;
  readonly costUnits: number;
  readonly need: number;
  readonly careers: number;
}

/** Whether money comes in whole units at or above 0 and everything else is a number. */
export const isFrontierInput = (choices: readonly FrontierChoice[], budgetUnits: number): boolean =>
  Number.isInteger(budgetUnits) &&
  budgetUnits >= 0 &&
  choices.every(({ settings }) =>
    settings.every(
      ({ costUnits, need, careers }) =>
        Number.isInteger(costUnits) && costUnits >= 0 && Number.isFinite(need) && Number.isFinite(careers),
    ),
  );

/** The plan of a selection: what its settings cost and give together. */
export const planOfSelection = (choices: readonly FrontierChoice[], selection: Selection): Plan =>
  choices.reduce<Plan>(
    (plan, { settings }, i) => {
      const setting = settings[selection[i] ?? -1];
      if (!setting) return plan;
      return {
        selection,
        costUnits: plan.costUnits + setting.costUnits,
        need: plan.need + setting.need,
        careers: plan.careers + setting.careers,
      };
    },
    { selection, costUnits: 0, need: 0, careers: 0 },
  );
