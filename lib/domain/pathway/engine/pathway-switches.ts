/** Structural assumptions; each is shown with the result. Feedbacks are off unless somebody turns them on. */
export interface PathwaySwitches {
  /** `nested`: posts against outside, so that posts draw on each other more than on outside. */
  readonly choice: 'plain' | 'nested';
  /** `after_act`: prioritised doctors are placed first at every specialty node. */
  readonly regime: 'before_act' | 'after_act';
  /**
   * What the stay constant stands for. `causal`: being somewhere makes one stay. `sorting`: people who train near home
   * would have stayed anyhow, so it is attached to the home region and years there add nothing.
   */
  readonly stayConstant: 'causal' | 'sorting';
  /** Off: posts without limit, to show what the ceiling hides. Never for a result. */
  readonly ceiling: 'on' | 'off';
  readonly feedbacks: PathwayFeedbacks;
}

/** Each null = off. All act with a year's delay. */
export interface PathwayFeedbacks {
  /**
   * Vacancy → workload → burnout → leaving: each 10 points of a region's vacancy rate at the last recruitment raise the
   * prevalence of high burnout by `burnoutPer10Points`; leaving follows as a mixture of two hazards.
   */
  readonly vacancyBurnout: {
    readonly prevalence: number;
    readonly burnoutPer10Points: number;
    readonly hazardRatio: number;
  } | null;
  /** Change in nurse retention by region, e.g. 0.1 = 10 % more retained, and the elasticity of doctors' (0.16). */
  readonly nurseRetention: {
    readonly elasticity: number;
    readonly changes: readonly { regionCode: string; change: number }[];
  } | null;
  /** Trainees in the parts that end in CCT per consultant or GP FTE; no recruitment above it. */
  readonly supervisorCap: { readonly traineesPerFte: number } | null;
}

export const NO_FEEDBACKS: PathwayFeedbacks = { vacancyBurnout: null, nurseRetention: null, supervisorCap: null };
