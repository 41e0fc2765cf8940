import { type AreaInput, type FigureInput, figureValue, latestWithValue } from './figure-input';
import { GP_SUPPLY } from './gradient';
import { ALL } from './indicator';
import { fixedText } from './number-text';
import { UNDER_DOCTORED_DEFINITIONS, type UnderDoctoredDefinition } from './under-doctored-definitions';

export type UnderDoctoredOutcome =
  | {
      readonly kind: 'computed';
      /** In `unit`; a relative gap is a percentage, −100 upwards. */
      readonly value: number;
      readonly unit: 'patients per FTE GP' | '% against the comparator' | 'posts';
      readonly text: string;
      /** Periods of the inputs, oldest first. */
      readonly date: string;
      /** True where any input is over three years old. */
      readonly stale: boolean;
      /** What it was computed from, and what to mind. */
      readonly basis: string;
      /** The figures it was computed from, oldest first. */
      readonly inputs: readonly FigureInput[];
    }
  | { readonly kind: 'not_computed'; readonly reason: string };

export interface UnderDoctoredRow {
  readonly definition: UnderDoctoredDefinition;
  readonly outcome: UnderDoctoredOutcome;
}

export interface UnderDoctoredInput {
  readonly area: AreaInput;
  /** The area's own figures. */
  readonly figures: readonly FigureInput[];
  /** England's figures, or those of the root that the area lies in. */
  readonly comparators: readonly FigureInput[];
}

const NEED_CORE = 'need-index-core';
const NEED_PRIMARY = 'need-index-primary-care';
const HOSPITAL_DOCTORS = 'hospital-doctors-per-100k';

const notComputed = (reason: string): UnderDoctoredOutcome => ({ kind: 'not_computed', reason });

interface Known {
  readonly figure: FigureInput;
  readonly value: number;
}

const known = (figures: readonly FigureInput[], areaCode: string | null, indicatorId: string): Known | null => {
  const own = areaCode === null ? figures : figures.filter((figure) => figure.areaCode === areaCode);
  const figure = latestWithValue(own, { indicatorId, breakdown: ALL });
  const value = figureValue(figure);
  return figure && value !== null && value > 0 ? { figure, value } : null;
};

const datesOf = (inputs: readonly Known[]): { date: string; stale: boolean; inputs: readonly FigureInput[] } => {
  const ordered = inputs.map(({ figure }) => figure).toSorted((a, b) => a.period.end.localeCompare(b.period.end));
  return {
    date: [...new Set(ordered.map(({ period }) => period.label))].join('; '),
    stale: ordered.some(({ stale }) => stale),
    inputs: ordered,
  };
};

const NO_GP_TOTAL =
  'GPs per patient for the whole area are not loaded. The ratio in the catalogue counts trainees and locums, so it is another measure.';

const patientsPerGp = ({ area, figures }: UnderDoctoredInput, weighted: boolean): UnderDoctoredOutcome => {
  const supply = known(figures, area.code, GP_SUPPLY);
  if (!supply) return notComputed(NO_GP_TOTAL);
  const need = weighted ? known(figures, area.code, NEED_PRIMARY) : null;
  if (weighted && !need) return notComputed('The need index for primary care is not loaded for this area.');
  const value = (10_000 / supply.value) * (need?.value ?? 1);
  return {
    kind: 'computed',
    value,
    unit: 'patients per FTE GP',
    text: `${fixedText(value, 0)} ${weighted ? 'need-weighted patients' : 'patients'} per fully qualified GP (FTE)`,
    ...datesOf(need ? [supply, need] : [supply]),
    basis: `10,000 ÷ fully qualified GPs (FTE) per 10,000 patients${need ? ', times the primary care need index' : ''}.`,
  };
};

interface GapIndicators {
  readonly supplyId: string;
  readonly needId: string;
  readonly missing: string;
  readonly basis: string;
}

const signed = (pct: number): string => `${pct > 0 ? '+' : ''}${fixedText(pct, 1)}%`;

/** Supply per need-weighted person against the comparator's, minus 1, in percent. */
const relativeGap = ({ area, figures, comparators }: UnderDoctoredInput, ids: GapIndicators): UnderDoctoredOutcome => {
  const supply = known(figures, area.code, ids.supplyId);
  const need = known(figures, area.code, ids.needId);
  const referenceSupply = known(comparators, null, ids.supplyId);
  const referenceNeed = known(comparators, null, ids.needId);
  if (!supply) return notComputed(ids.missing);
  if (!need) return notComputed('The need index is not loaded for this area.');
  if (!referenceSupply || !referenceNeed) return notComputed('The comparator’s supply or need index is not loaded.');
  if (referenceSupply.figure.areaCode === area.code) return notComputed('This area is the comparator.');
  if (referenceSupply.figure.period.end !== supply.figure.period.end) {
    return notComputed('The comparator’s supply is for another period.');
  }
  const value = (supply.value / need.value / (referenceSupply.value / referenceNeed.value) - 1) * 100;
  return {
    kind: 'computed',
    value,
    unit: '% against the comparator',
    text: `${signed(value)} against ${referenceSupply.figure.areaName}`,
    ...datesOf([supply, need]),
    basis: ids.basis,
  };
};

const hardToRecruit = ({ area, figures }: UnderDoctoredInput): UnderDoctoredOutcome => {
  const posts = known(figures, area.code, 'ters-posts');
  if (!posts) return notComputed('The list of posts is not loaded for this area.');
  return {
    kind: 'computed',
    value: posts.value,
    unit: 'posts',
    text: `${fixedText(posts.value, 0)} GP training posts on the list`,
    ...datesOf([posts]),
    basis: 'Sum of the published list. The scheme has changed since.',
  };
};

const GP_GAP: GapIndicators = {
  supplyId: GP_SUPPLY,
  needId: NEED_PRIMARY,
  missing: NO_GP_TOTAL,
  basis: 'Fully qualified GPs (FTE) per 10,000 patients ÷ the primary care need index.',
};

const HOSPITAL_GAP: GapIndicators = {
  supplyId: HOSPITAL_DOCTORS,
  needId: NEED_CORE,
  missing: 'Hospital doctors per person are loaded for NHS regions only.',
  basis:
    'Hospital doctors (FTE) per 100,000 residents ÷ the core need index, which is for a later year. Patients cross borders, and large teaching hospitals raise a region’s figure.',
};

type DefinitionKey = keyof typeof UNDER_DOCTORED_DEFINITIONS;

const OUTCOMES: Record<DefinitionKey, (input: UnderDoctoredInput) => UnderDoctoredOutcome> = {
  E1: () => notComputed('The GP count and the weighted population of that definition are not loaded.'),
  E2: () => notComputed('List sizes per GP are not loaded, and the classes ended in 2001.'),
  E3: (input) => patientsPerGp(input, false),
  E4: (input) => patientsPerGp(input, true),
  E5: () =>
    notComputed(
      'It needs GPs per need-adjusted person by neighbourhood, which are not loaded. The gradient by practice deprivation is shown instead.',
    ),
  E6a: (input) => relativeGap(input, GP_GAP),
  E6b: (input) => relativeGap(input, HOSPITAL_GAP),
  E7: () => notComputed('Training posts by specialty and the formulas for a fair share are not loaded.'),
  E8: hardToRecruit,
  E9: () => notComputed('The list of priority programmes is not loaded.'),
  E10: () => notComputed('A description from interviews, without a formula.'),
  E11: () => notComputed('Doctors per patient with a condition are not loaded.'),
};

const KEYS = ['E1', 'E2', 'E3', 'E4', 'E5', 'E6a', 'E6b', 'E7', 'E8', 'E9', 'E10', 'E11'] as const;

/**
 * Every published definition of "under-doctored", computed for one area where the loaded figures allow and otherwise with
 * the reason why not. Old inputs are allowed here, dated and marked; no definition is turned into a verdict. Source: the
 * definitions' own sources, named in each row.
 */
export const underDoctoredDefinitions = (input: UnderDoctoredInput): UnderDoctoredRow[] =>
  KEYS.map((key) => ({ definition: UNDER_DOCTORED_DEFINITIONS[key], outcome: OUTCOMES[key](input) }));
