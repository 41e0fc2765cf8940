/** Rules of recruitment under which rounds were held. Rounds of two of them are never pooled and never compared in silence. */
export interface Regime {
  readonly id: 'before_act' | 'after_act';
  readonly name: string;
}

/** Rounds of this year are the first under the Medical Training (Prioritisation) Act 2026. */
export const ACT_YEAR = 2026;

const BEFORE: Regime = { id: 'before_act', name: 'before the Medical Training (Prioritisation) Act 2026' };
const AFTER: Regime = { id: 'after_act', name: 'under the Medical Training (Prioritisation) Act 2026' };

/** The rules of a year's rounds. */
export const regimeOf = (year: number): Regime => (year < ACT_YEAR ? BEFORE : AFTER);

/** Whether a prediction made from one year's rounds is about rounds under other rules. */
export const crossesRegime = (origin: number, year: number): boolean => regimeOf(origin).id !== regimeOf(year).id;
