import type { RunSubmission } from '@/lib/contracts/run-sharing';
import type { ScenarioSummary } from '@/lib/contracts/scenario-records';
import { formatDateTime } from '@/lib/format/date';
import type { ListColumn } from './list-column';

type WithRoot<Row> = Row & { rootCode: string };

/** Scenarios of one's regions. */
export const SCENARIO_COLUMNS: readonly ListColumn<ScenarioSummary>[] = [
  { name: 'scenario', header: null, value: ({ id }) => id },
  { name: 'name', header: 'Scenario', text: ({ name }) => name },
  { name: 'area_code', header: null, value: ({ areaCode }) => areaCode },
  { name: 'area_name', header: 'Region', text: ({ areaName }) => areaName },
  {
    name: 'modelled',
    header: 'What is modelled',
    text: ({ level, years, frozen }) =>
      `${level === null ? `pathway, ${years} years` : `one round, ${level}`}${frozen ? ', frozen' : ''}`,
  },
  { name: 'level', header: null, value: ({ level }) => level },
  {
    name: 'changed_at',
    header: 'Last changed',
    text: ({ updatedAt }) => formatDateTime(updatedAt),
    value: ({ updatedAt }) => updatedAt,
  },
];

/** In a file, with what one sees from where it stands on the page. */
export const SCENARIO_FILE_COLUMNS: readonly ListColumn<WithRoot<ScenarioSummary>>[] = [
  ...SCENARIO_COLUMNS,
  { name: 'put_away', header: null, value: ({ archived }) => (archived ? 'yes' : 'no') },
  { name: 'root', header: null, value: ({ rootCode }) => rootCode },
];

/** Runs that one was sent. */
export const RECEIVED_RUN_COLUMNS: readonly ListColumn<RunSubmission>[] = [
  { name: 'run', header: null, value: ({ runId }) => runId },
  { name: 'title', header: 'Run', text: ({ title }) => title },
  { name: 'from', header: 'From', text: ({ senderName }) => senderName },
  { name: 'message', header: 'Message', text: ({ message }) => message },
  {
    name: 'sent_at',
    header: 'Sent',
    text: ({ createdAt }) => formatDateTime(createdAt),
    value: ({ createdAt }) => createdAt,
  },
];

type Briefing = {
  id: string;
  title: string;
  areaCode: string;
  areaName: string;
  rootCode: string;
  createdAt: string;
  runId: string | null;
  flag: 'as_made' | 'withdrawn' | 'closed';
};

const FLAG_WORDS = { as_made: 'as made', withdrawn: 'withdrawn since', closed: 'withdrawn for disclosure' } as const;

/** Briefings that one may read. */
export const BRIEFING_COLUMNS: readonly ListColumn<Briefing>[] = [
  { name: 'briefing', header: null, value: ({ id }) => id },
  { name: 'title', header: 'Briefing', text: ({ title }) => title },
  { name: 'area_code', header: null, value: ({ areaCode }) => areaCode },
  { name: 'area_name', header: 'Area', text: ({ areaName }) => areaName },
  {
    name: 'made_at',
    header: 'Made',
    text: ({ createdAt }) => formatDateTime(createdAt),
    value: (row) => row.createdAt,
  },
  { name: 'data', header: 'Its data', text: ({ flag }) => FLAG_WORDS[flag], value: ({ flag }) => flag },
  { name: 'run', header: 'Modelled option', text: ({ runId }) => runId ?? 'none', value: ({ runId }) => runId },
  { name: 'root', header: null, value: ({ rootCode }) => rootCode },
];
