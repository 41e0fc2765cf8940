import type { ChartSource } from '@/components/charts/chart-frame';
import type { JourneysState } from '@/components/journeys/journeys-state';
import type { JourneySource } from '@/lib/contracts/journeys';
import { groupChoice, periodChoice } from '@/lib/contracts/journeys-query';
import type { Root } from '@/lib/domain/geography/area';
import type { Provenance } from '@/lib/domain/measure/measure';
import { RULE_SET_WORDS } from '@/lib/format/count-words';
import { CHARACTERISTIC_WORDS, groupWords, periodWords } from '@/lib/format/flow-words';

type FramePapers = { period: string; source: ChartSource; releaseId: string; provenance: Provenance };

const SOURCE_WORDS: Readonly<Record<JourneySource['kind'], string>> = {
  cohort: 'from a cohort of people, protected here',
  intake: 'from a school’s own intake',
  rounded: 'from tables that a safe haven has rounded',
};

/** `from a cohort of people, protected here: counts rounded to the nearest 5`. */
const sourceWords = ({ kind, ruleSet, roundingBase }: JourneySource): string => {
  const rule = kind === 'rounded' && roundingBase !== null ? `rounded to ${roundingBase}` : RULE_SET_WORDS[ruleSet];
  return `${SOURCE_WORDS[kind]}: ${rule}`;
};

/** Whom a view is about, where it isn't everybody. */
export function whoWords(group: string | undefined): string {
  const choice = groupChoice(group);
  return choice ? `${CHARACTERISTIC_WORDS[choice.by].toLowerCase()}: ${groupWords(choice).toLowerCase()}` : 'everybody';
}

export function papersOf(root: Root, source: JourneySource, period: string): FramePapers {
  const { title, publisher, licence, ruleSet, releaseId } = source;
  return {
    period,
    source: { name: `${title} (${sourceWords(source)})`, publisher, licence, ruleSet },
    releaseId,
    provenance: root === 'demonstration' ? 'demonstration' : 'derived',
  };
}

/** Period, who, source and release of a chart of the page. */
export const framePapers = ({ query, guide }: JourneysState, source: JourneySource): FramePapers =>
  papersOf(guide.country, source, `${periodWords(periodChoice(query.period))} · ${whoWords(query.group)}`);
