import 'server-only';
import type { JobPanel, JobRepresentationView, JobsQuery } from '@/lib/contracts/job-representation';
import type { JourneySource } from '@/lib/contracts/journeys';
import type { Viewer } from '@/lib/domain/access/access';
import { RULE_SETS } from '@/lib/domain/disclosure/rule-set';
import type { JourneyFilter } from '@/lib/domain/journeys/journey-filter';
import { findShape, type JourneyShape } from '@/lib/domain/journeys/journey-shapes';
import { jobRepresentation } from '@/lib/domain/reach/job-representation';
import { baseOf, jobsOf } from '@/lib/domain/reach/jobs-table';
import type { CountRules } from '@/lib/domain/reach/published-count';
import { JOB_CHARACTERISTICS, JOB_ROWS } from '@/lib/format/job-words';
import { upperFirst } from '@/lib/format/words';
import { AccessDenied, NotFound } from './errors';
import { readingFor, whyNotGiven } from './journeys/audience';
import { journeyYears } from './journeys/journey-years';
import { type TableSource, tableSources } from './journeys/table-source';
import { authorise } from './viewer';

const rulesOf = ({ roundingBase, ruleSet }: JourneySource): CountRules => {
  const { roundedTo, smallestBase } = RULE_SETS[ruleSet];
  return { roundedTo: roundingBase ?? roundedTo, smallestBase };
};

const shapeOf = (across: JobsQuery['across'], axis: string): JourneyShape => {
  const shape = findShape(`${across}_by_${axis}`);
  if (!shape) throw new Error(`There is no table of ${across} by ${axis}`);
  return shape;
};

/** Groups of a characteristic in each job, from one protected table; null where the source doesn't hold it. */
function panelOf(
  from: TableSource,
  query: JobsQuery,
  characteristic: (typeof JOB_CHARACTERISTICS)[number],
): JobPanel | null {
  const filter: JourneyFilter = query.period === undefined ? {} : { period: { clock: 'entry', label: query.period } };
  const outcome = from.table(shapeOf(query.across, characteristic.axis), filter);
  if (outcome.kind === 'refused') throw new NotFound('There is no such period in what is loaded.');
  if (outcome.kind === 'not_loaded') return null;
  const rows = JOB_ROWS[query.across];
  const rules = rulesOf(from.source);
  const people = jobsOf(outcome.table, characteristic, rows);
  const base = baseOf(people, characteristic, { name: rows.base, rules });
  return {
    characteristic: characteristic.id,
    base: rows.base,
    baseSource: journeyYears(from, query.period),
    groups: characteristic.groups.map(({ group, words, short }) => ({ group, words, short })),
    jobs: jobRepresentation(people, { characteristic, base, rules }).map(({ job, unknown, groups }) => ({
      code: job,
      name: upperFirst(rows.nameOf(job)),
      unknown,
      groups: [...groups],
    })),
  };
}

/** One or two schools’ people are those schools’ own figures, though no table names them: all years’, or those of a period. */
const isOfFewSchools = (viewer: Viewer, from: TableSource, { across, period }: JobsQuery): boolean =>
  from.source.kind === 'cohort' &&
  JOB_CHARACTERISTICS.some(({ axis }) => {
    const filter: JourneyFilter = period === undefined ? {} : { period: { clock: 'entry', label: period } };
    return whyNotGiven(viewer, from, shapeOf(across, axis), filter) !== null;
  });

/**
 * Who does which job: each group's share of a job against its share of a named base, with intervals, from protected tables.
 * Null where nothing that is loaded holds such tables. @throws NotFound for a period that isn't there.
 */
export async function getJobRepresentation(asked: Partial<JobsQuery>): Promise<JobRepresentationView | null> {
  const viewer = await authorise('counts:read');
  const query: JobsQuery = { country: 'england', across: 'specialty_group', group: 'F', ...asked };
  const readings = JOB_CHARACTERISTICS.map(({ axis }) => readingFor(viewer, shapeOf(query.across, axis), false));
  if (readings.includes('none')) throw new AccessDenied('forbidden');
  for (const from of await tableSources(query.country)) {
    const panels = JOB_CHARACTERISTICS.flatMap((one) => panelOf(from, query, one) ?? []);
    if (panels.length === 0) continue;
    const isWithheld = isOfFewSchools(viewer, from, query);
    return {
      country: query.country,
      across: query.across,
      stage: JOB_ROWS[query.across].stage,
      source: from.source,
      period: query.period ?? null,
      periods: from.periods.filter(({ clock }) => clock === 'entry').map(({ label }) => label),
      isWithheld,
      panels: isWithheld ? [] : panels,
    };
  }
  return null;
}
