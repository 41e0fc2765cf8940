import { z } from 'zod';

/** Who can act. `national`: NHS England, government, royal colleges. `ukfpo`: the foundation programme's own office. */
export const Actor = z.enum([
  'deanery',
  'tpd',
  'gp_school',
  'lead_employer',
  'employer',
  'medical_school',
  'icb',
  'national',
  'ukfpo',
  'researchers',
]);
export type Actor = z.infer<typeof Actor>;

/** Where the action comes from. `project_derivation`: ours, drawn from a programme finding; never the programme's own. */
export const Origin = z.enum(['programme_finding', 'project_derivation', 'neighbouring_evidence']);
export type Origin = z.infer<typeof Origin>;

/** Where the finding behind the action comes from, so that a finding and an action drawn from it stay apart. */
export const FindingFrom = z.enum(['programme_summary', 'programme_paper', 'neighbouring_study', 'policy_or_review']);
export type FindingFrom = z.infer<typeof FindingFrom>;

/** `high`: quantitative, UK. `mixed`: mixed or observational. `qualitative`: interviews or statements. */
export const Strength = z.enum(['high', 'mixed', 'qualitative']);
export type Strength = z.infer<typeof Strength>;

export const Recommendation = z.strictObject({
  id: z.string().regex(/^R\d+$/),
  title: z.string(),
  action: z.string(),
  actors: z.array(Actor).min(1),
  origin: Origin,
  /** What was found, apart from what is proposed. */
  finding: z.strictObject({ from: FindingFrom, text: z.string() }),
  strength: Strength,
  /** What the sources say and don't say; no effect size where none was published. */
  evidenceNote: z.string(),
  sourceIds: z.array(z.string()).min(1),
  themeIds: z.array(z.string()),
  /** Indicators that should move if it works. Empty: nothing that Stead holds would show it. */
  movesIndicatorIds: z.array(z.string()),
  /** Scenario levers to try. Empty: nothing to model. */
  leverIds: z.array(z.string()),
  /** True where it rests on the programme's interviews. */
  fromInterviews: z.boolean(),
  /** What would measure the mechanism here, and whether that can be loaded. */
  localMeasure: z.string(),
});
export type Recommendation = z.infer<typeof Recommendation>;

export const Recommendations = z.array(Recommendation);
