import { type ChartSource, type ChartSubject, ofCountry } from '@/components/charts/chart-papers';
import type { JourneysState } from '@/components/journeys/journeys-state';
import type { JourneySource } from '@/lib/contracts/journeys';
import { groupChoice, periodChoice } from '@/lib/contracts/journeys-query';
import type { Root } from '@/lib/domain/geography/area';
import type { Provenance } from '@/lib/domain/measure/measure';
import { CHARACTERISTIC_WORDS, groupWords, periodWords } from '@/lib/format/flow-words';
import { sourceWords } from '@/lib/format/journey-source-words';

type FramePapers = {
  of: readonly ChartSubject[];
  period: string;
  source: ChartSource;
  releaseId: string;
  provenance: Provenance;
};

/** Whom a view is about, where it isn't everybody. */
export function whoWords(group: string | undefined): string {
  const choice = groupChoice(group);
  return choice ? `${CHARACTERISTIC_WORDS[choice.by].toLowerCase()}: ${groupWords(choice).toLowerCase()}` : 'everybody';
}

/** `narrowest`: one region or school, where a view is of no more than that. */
export function papersOf(root: Root, source: JourneySource, period: string, narrowest?: ChartSubject): FramePapers {
  const { title, publisher, licence, ruleSet, releaseId } = source;
  return {
    of: narrowest ? [narrowest] : [ofCountry(root)],
    period,
    source: { name: `${title} (from ${sourceWords(source)})`, publisher, licence, ruleSet },
    releaseId,
    provenance: root === 'demonstration' ? 'demonstration' : 'derived',
  };
}

/** Period, who, source and release of a chart of the page. */
export const framePapers = (
  { query, guide }: JourneysState,
  source: JourneySource,
  narrowest?: ChartSubject,
): FramePapers =>
  papersOf(guide.country, source, `${periodWords(periodChoice(query.period))} · ${whoWords(query.group)}`, narrowest);
