/** What jobs are told apart by: each a family of permitted tables, `<view>_by_<characteristic>`. */
export const JOB_VIEWS = ['specialty_group', 'specialty_group_at_career', 'career_type', 'stage'] as const;
export type JobView = (typeof JOB_VIEWS)[number];

/** Groups of people that are compared, of all characteristics. */
export const JOB_GROUPS = ['F', 'M', 'non_white', 'white', '1', '2', '3', '4', '5'] as const;
