import type { PrintedLever } from '@/lib/contracts/run-briefing';
import { leverName } from '@/lib/domain/levers/catalogue/lever-name';
import { PATHWAY_LEVERS } from '@/lib/domain/levers/catalogue/pathway-levers';
import { EVIDENCE_TABLE } from '@/lib/domain/levers/evidence/evidence-table';
import { offerWords } from '@/lib/format/pathway-words';
import { CERTAINTY_WORDS } from '@/lib/format/words';
import type { RunBriefingInput } from './run-input';

/** What was found, by whom, and how surely. */
const evidenceOf = (code: string): string[] =>
  EVIDENCE_TABLE.filter((row) => row.code === code).map(
    ({ name, estimate, interval, studies, certainty, certaintyNote }) =>
      [
        `${code} ${name}: ${estimate}${interval ? ` (${interval})` : ''}.`,
        ...studies.map(({ citation, population, year }) => `${citation}; ${population}, ${year}.`),
        `${CERTAINTY_WORDS[certainty]}${certaintyNote ? `: ${certaintyNote}` : ''}`,
      ].join(' '),
  );

/** Every offer as it was set, with what its lever rests on. */
export const printedLevers = ({ result: { scenario, regions } }: RunBriefingInput): PrintedLever[] =>
  scenario.offers.map((offer) => {
    const lever = PATHWAY_LEVERS.find(({ id }) => id === offer.leverId);
    const regionName = regions.find(({ code }) => code === offer.regionCode)?.name ?? offer.regionCode;
    return {
      name: leverName(offer.leverId),
      certainty: lever ? CERTAINTY_WORDS[lever.certainty] : 'Not stated',
      setting: offerWords(offer, regionName),
      reason: offer.reason ?? '',
      evidence: lever ? [...lever.rows.flatMap(evidenceOf), lever.caveat] : [],
    };
  });
