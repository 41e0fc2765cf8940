/** Training that a scenario can touch: of a region at foundation or specialty level, and of a specialty group anywhere. */
export const EQUALITY_PARTS = ['specialty_region', 'foundation_region', 'specialty_group'] as const;
export type EqualityPartId = (typeof EQUALITY_PARTS)[number];

/** Stages of training at which a region's people are told apart. */
export const TRAINING_STAGES = ['specialty', 'foundation'] as const;
export type TrainingStage = (typeof TRAINING_STAGES)[number];
