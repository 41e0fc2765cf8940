import { z } from 'zod';
import { Root } from '@/lib/domain/geography/area';
import { Measure } from '@/lib/domain/measure/measure';
import { JOB_GROUPS, JOB_VIEWS } from '@/lib/domain/reach/job-views';
import { JourneySource } from './journeys';

/** Who does which job, in an address. Everybody of all years of entry where no period is given. */
export const JobsQuery = z.strictObject({
  country: Root.default('england'),
  across: z.enum(JOB_VIEWS).default('specialty_group'),
  group: z.enum(JOB_GROUPS).default('F'),
  period: z.string().max(40).optional(),
});
export type JobsQuery = z.infer<typeof JobsQuery>;

/** `GET /api/v1/journeys/jobs`: every group is in the answer. */
export const JobsApiQuery = JobsQuery.omit({ group: true });

const Representation = z.strictObject({
  group: z.string(),
  /** 0 to 1, of those in the job whose group is known. */
  share: Measure,
  baseShare: z.number().nullable(),
  /** Share ÷ base share: 1 is in proportion. */
  ratio: Measure,
  reading: z.enum(['under', 'over', 'not_told_apart']).nullable(),
  sentence: z.string(),
});

/** Groups of one characteristic in each job against one named base. */
export const JobPanel = z.strictObject({
  characteristic: z.enum(['sex', 'ethnic_group', 'deprivation_quintile']),
  base: z.string(),
  /** The paper and the years of entry that the base is from. */
  baseSource: z.string(),
  groups: z.array(z.strictObject({ group: z.string(), words: z.string(), short: z.string() })),
  jobs: z.array(
    z.strictObject({
      code: z.string(),
      name: z.string(),
      /** Share of everybody in the job whose group isn't known. */
      unknown: Measure,
      groups: z.array(Representation),
    }),
  ),
});
export type JobPanel = z.infer<typeof JobPanel>;

/** Who does which job, from tables that are protected already. */
export const JobRepresentationView = z.strictObject({
  country: Root,
  across: z.enum(JOB_VIEWS),
  stage: z.string(),
  source: JourneySource,
  /** Years of entry to school; null: all. */
  period: z.string().nullable(),
  periods: z.array(z.string()),
  /** True where it would be the figures of one or two schools, and nothing is given. */
  isWithheld: z.boolean(),
  panels: z.array(JobPanel),
});
export type JobRepresentationView = z.infer<typeof JobRepresentationView>;
