import type { RuleSetId } from '@/lib/domain/disclosure/rule-set';
import type { Dimension, TableShape } from '@/lib/domain/disclosure/table-shapes';

/** What a disclosure rule does, after `Small numbers: `. */
export const RULE_SET_WORDS: Readonly<Record<RuleSetId, string>> = {
  none: 'protected by the publisher',
  hesa_rounding_5: 'counts rounded to the nearest 5',
  nhs_subnational_1_to_7: 'counts from 1 to 7 and their partners hidden, the rest rounded to the nearest 5',
};

export const DIMENSION_WORDS: Readonly<Record<Dimension, string>> = {
  home_area: 'home area',
  medical_school: 'medical school',
  foundation_area: 'foundation area',
  sex: 'sex',
  ethnic_group: 'ethnic group',
  deprivation_quintile: 'deprivation fifth of home',
};

/** What a level of rows is called in a list of choices. */
export const LEVEL_WORDS: ReadonlyMap<string, string> = new Map([
  ['england', 'England as a whole'],
  ['nhs_region', 'NHS regions'],
  ['icb', 'Integrated care boards'],
  ['medical_school', 'Medical schools'],
]);

const DATASET_WORDS: Readonly<Record<TableShape['dataset'], string>> = {
  home_school: 'Entrants',
  school_foundation: 'Graduates',
  intake: 'Entrants',
};

/** `Entrants by home area and medical school`. */
export const shapeTitle = ({ dataset, rows, columns }: TableShape): string =>
  `${DATASET_WORDS[dataset]} by ${DIMENSION_WORDS[rows]} and ${DIMENSION_WORDS[columns]}`;

const CATEGORY_WORDS: ReadonlyMap<string, string> = new Map([
  ['total', 'Total'],
  ['selected', 'Chosen, together'],
  ['F', 'Women'],
  ['M', 'Men'],
  ['X', 'Other'],
  ['U', 'Not known'],
  ['white', 'White'],
  ['non_white', 'Not white'],
  ['unknown', 'Not known'],
  ['1', '1 (most deprived)'],
  ['5', '5 (least deprived)'],
]);

/** The name of a row or column that is no area; its code where it has none. */
export const categoryLabel = (code: string): string => CATEGORY_WORDS.get(code) ?? code;
