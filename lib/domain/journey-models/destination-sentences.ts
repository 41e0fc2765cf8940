import type { FoundationTerm } from './foundation-design';
import { clearDirection, type JourneyModel } from './journey-model';
import type { ReturnTerm } from './return-model';

/** Higher, lower, and where neither is clear. */
type Wording = readonly [string, string, string];

const FOUNDATION: Readonly<Record<FoundationTerm, Wording>> = {
  same_region: [
    "Graduates start foundation training in their school's region more often than places and distance alone would give.",
    "Graduates start foundation training in their school's region less often than places and distance alone would give.",
    "No clear difference between the school's region and others, places and distance allowed for.",
  ],
  log_distance: [
    '{reference} start more often in areas further from their school, for the places there.',
    '{reference} start less often in areas further from their school, for the places there.',
    'No clear pattern with the distance from the school: {reference}.',
  ],
  'log_distance:female': [
    'Women go further from their school than men.',
    'Women stay closer to their school than men.',
    'No clear difference between women and men in the distance from their school.',
  ],
  'log_distance:non_white': [
    'Non-white graduates go further from their school than white graduates.',
    'Non-white graduates stay closer to their school than white graduates.',
    'No clear difference between non-white and white graduates in the distance from their school.',
  ],
  within_capital: [
    "Graduates of the capital region's schools stay in it more often than its places, distance and other regions' staying would give.",
    "Graduates of the capital region's schools leave it more often than its places, distance and other regions' staying would give.",
    "No clear difference between the capital region's graduates and others in staying.",
  ],
  into_capital: [
    'Graduates of other schools go to the capital region more often than its places and distance alone would give.',
    'Graduates of other schools go to the capital region less often than its places and distance alone would give.',
    'No clear difference between the capital region and others for graduates from elsewhere.',
  ],
};

const RETURNING: Readonly<Record<ReturnTerm, Wording>> = {
  female: [
    'Of those who were elsewhere for foundation training, women return to their home region more often than men.',
    'Of those who were elsewhere for foundation training, women return to their home region less often than men.',
    'No clear difference between women and men in returning to the home region.',
  ],
  non_white: [
    'Of those who were elsewhere, non-white doctors return to their home region more often than white doctors.',
    'Of those who were elsewhere, non-white doctors return to their home region less often than white doctors.',
    'No clear difference between non-white and white doctors in returning to the home region.',
  ],
  per_fifth_more_deprived: [
    'The more deprived the home, the more often doctors return to their home region.',
    'The more deprived the home, the less often doctors return to their home region.',
    'No clear difference by deprivation of the home in returning to the home region.',
  ],
};

const wordingsOf = (model: JourneyModel['model']): ReadonlyMap<string, Wording> => {
  if (model === 'foundation') return new Map(Object.entries(FOUNDATION));
  return new Map(model === 'return_home' ? Object.entries(RETURNING) : []);
};

/** Whom the distance slope is about, the interactions apart. Rounded tables cross no two characteristics: it is of graduates by sex. */
const referenceOf = (terms: readonly string[], isRounded: boolean): string => {
  const [hasSex, hasEthnicity] = [terms.includes('log_distance:female'), terms.includes('log_distance:non_white')];
  if (hasSex) return hasEthnicity && !isRounded ? 'White men' : 'Men';
  return hasEthnicity ? 'White graduates' : 'Graduates';
};

export interface TermSentence {
  readonly term: string;
  readonly sentence: string;
}

/**
 * A sentence for each term of the models of foundation areas and of returning home, in the words of association. Put
 * `CAUSE_IS_NOT_KNOWN` beside them.
 */
export const destinationSentences = ({
  model,
  coefficients,
  roundedTo,
}: Pick<JourneyModel, 'model' | 'coefficients'> & {
  readonly roundedTo?: number | undefined;
}): readonly TermSentence[] => {
  const wordings = wordingsOf(model);
  const reference = referenceOf(
    coefficients.map(({ term }) => term),
    roundedTo !== undefined,
  );
  return coefficients.flatMap(({ term, lower, upper }) => {
    const wording = wordings.get(term);
    if (!wording) return [];
    const [higher, below, unclear] = wording.map((text) => text.replace('{reference}', reference));
    const direction = clearDirection({ lower, upper });
    const sentence = direction === null ? unclear : direction > 0 ? higher : below;
    return sentence === undefined ? [] : [{ term, sentence }];
  });
};
