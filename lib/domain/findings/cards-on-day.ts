import { isStale } from '@/lib/domain/indicators/staleness';
import type { FindingResult } from './finding';

/** A card as it is read on a day. `isOld`: a figure of it is over three years old. */
export type CardOnDay = FindingResult & { readonly isOld: boolean };

const OVER_THREE_YEARS = 'Over three years old';

/** An old figure is said to be old with its data, greyed, and never what a page leads with. `day`: ISO date. */
export const cardsOnDay = (findings: readonly FindingResult[], day: string): CardOnDay[] =>
  findings.map((finding) => {
    const isOld = finding.periodEnd !== null && isStale(finding.periodEnd, day);
    return { ...finding, isOld, data: isOld ? `${finding.data}. ${OVER_THREE_YEARS}` : finding.data };
  });
