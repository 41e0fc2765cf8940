import type { PathwayRun } from '@/lib/contracts/pathway-records';
import { listInWords } from '@/lib/format/words';

/** Runs that are set side by side at once. */
export const MOST_COMPARED = 4;

/** Those that are compared, in the order they were chosen, and those beyond the most. */
export const splitChosen = (ids: readonly string[]) => {
  const distinct = [...new Set(ids)];
  return { compared: distinct.slice(0, MOST_COMPARED), beyond: distinct.slice(MOST_COMPARED) };
};

type Left = { readonly beyond: readonly string[]; readonly elsewhere: readonly string[]; readonly closed: number };

/** Why each run that was chosen isn't compared; nothing is left out without a word. */
export function leftOutWords({ beyond, elsewhere, closed }: Left): string[] {
  return [
    ...(beyond.length > 0
      ? [
          `At most four are compared. Left out: ${listInWords(beyond)}. Untick others to compare ${beyond.length === 1 ? 'it' : 'them'}.`,
        ]
      : []),
    ...(elsewhere.length > 0
      ? [`Of another country, and two countries are never set side by side: ${listInWords(elsewhere)}.`]
      : []),
    ...(closed > 0
      ? [
          `Data that ${closed === 1 ? 'one of the chosen runs' : `${closed} of the chosen runs`} used were withdrawn for disclosure.`,
        ]
      : []),
  ];
}

/** Runs of the country of the first, and the others. */
export const byCountry = (runs: readonly PathwayRun[]) => {
  const [first] = runs;
  const isSame = ({ scenario }: PathwayRun) => scenario.country === first?.scenario.country;
  return { same: runs.filter(isSame), elsewhere: runs.filter((run) => !isSame(run)) };
};
