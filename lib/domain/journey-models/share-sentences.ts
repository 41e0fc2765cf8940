import { clearDirection, type Estimate } from './journey-model';
import type { ReachSchool } from './reach-design';
import { joined, type SaidSlopes, type SchoolSentence, shownOf, whyNot } from './school-sentences';

const OF_WHOM = { female_share: 'women', non_white_share: 'non-white entrants' } as const;

const shareWords = (who: string, estimate: Estimate | undefined, where: string): string | null => {
  if (!estimate) return null;
  const direction = clearDirection(estimate);
  if (direction === null) return `no clear difference in the share of ${who} ${where}`;
  return `a ${direction > 0 ? 'larger' : 'smaller'} share of ${who} ${where}`;
};

/** A sentence for each school on whom it takes from where, in the words of association. Put `AREAS_ARE_NOT_PEOPLE` beside them. */
export const shareSentences = (
  kind: keyof typeof OF_WHOM,
  model: SaidSlopes,
  schools: readonly ReachSchool[],
): readonly Omit<SchoolSentence, 'detail'>[] =>
  schools.map(({ code, name }) => {
    const why = whyNot(model, code);
    if (why !== null) return { school: code, sentence: `${name}: ${why}.` };
    const who = OF_WHOM[kind];
    const shown = shownOf(model.slopes, code);
    const words = joined([
      shareWords(who, shown.deprivation, 'from more deprived authorities'),
      shareWords(who, shown.non_white_share, 'from authorities with a larger non-white share'),
      shareWords(who, shown.log_distance, 'from further away'),
    ]);
    return { school: code, sentence: `${name}, of its entrants: ${words || 'no pattern could be modelled'}.` };
  });
