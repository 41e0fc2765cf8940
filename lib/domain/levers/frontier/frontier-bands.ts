import { bandOf } from '@/lib/domain/pathway/band';
import type { Band } from '@/lib/domain/pathway/round';
import type { FrontierChoice, Selection } from './frontier-choice';

/** A setting with what it gives in each draw. */
export interface DrawnSetting {
  readonly intensity: number;
  readonly costUnits: number;
  readonly need: readonly number[];
  readonly careers: readonly number[];
}

export interface DrawnChoice {
  readonly id: string;
  readonly settings: readonly DrawnSetting[];
}

const mean = (values: readonly number[]): number => values.reduce((total, one) => total + one, 0) / values.length;

/** Choices at their means over the draws: what the frontier is found on. */
export const expectedChoices = (choices: readonly DrawnChoice[]): FrontierChoice[] =>
  choices.map(({ id, settings }) => ({
    id,
    settings: settings.map((setting) => ({ ...setting, need: mean(setting.need), careers: mean(setting.careers) })),
  }));

/**
 * Bands of one plan over the draws: the plan stays, the world varies. They are not bands of the best plan in each draw, which
 * nobody could choose.
 */
export const planBands = (
  choices: readonly DrawnChoice[],
  selection: Selection,
  draws: number,
): { readonly need: Band; readonly careers: Band } => {
  const chosen = choices.flatMap(({ settings }, i) => settings[selection[i] ?? -1] ?? []);
  const totals = (pick: (setting: DrawnSetting) => readonly number[]): number[] =>
    Array.from({ length: draws }, (_, draw) => chosen.reduce((total, one) => total + (pick(one)[draw] ?? 0), 0));
  return { need: bandOf(totals(({ need }) => need)), careers: bandOf(totals(({ careers }) => careers)) };
};
