/**
 * What willingness to accept is multiplied by where preferences are taken to have shifted since the surveys of 2013 to 2017,
 * when competition was far lower. An assumption: by how much is not known.
 */
export const SHIFTED_PREFERENCES = 0.5;

/** Whether doctors still value what they valued in the surveys. */
export type Preferences = 'unchanged' | 'shifted';

export interface StructuralScenario {
  readonly id: 'nest' | 'regime' | 'stay_constant' | 'ceiling' | 'preferences';
  readonly question: string;
  readonly settings: readonly [string, string];
  readonly meaning: string;
}

/** Assumptions of structure that no draw covers: each is run both ways and shown beside the result. */
export const STRUCTURAL_SCENARIOS: readonly StructuralScenario[] = [
  {
    id: 'nest',
    question: 'Do posts draw on each other more than on outside?',
    settings: ['plain', 'nested'],
    meaning: 'A plain logit takes from every rival in proportion to its share.',
  },
  {
    id: 'regime',
    question: 'Which rules of recruitment hold?',
    settings: ['before_act', 'after_act'],
    meaning:
      'Since March 2026 prioritised doctors are placed first. Rounds up to 2025 are from before, and are not pooled.',
  },
  {
    id: 'stay_constant',
    question: 'Why do people stay where they are?',
    settings: ['causal', 'sorting'],
    meaning: 'Being somewhere makes one stay, or people who would stay train there.',
  },
  {
    id: 'ceiling',
    question: 'Do posts limit who comes?',
    settings: ['on', 'off'],
    meaning: 'Off shows what full posts hide; never a result.',
  },
  {
    id: 'preferences',
    question: 'Do the surveys of 2013 to 2017 still hold?',
    settings: ['unchanged', 'shifted'],
    meaning: 'Shifted: every willingness to accept is halved, an assumption.',
  },
];
