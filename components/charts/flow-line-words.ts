import { isState } from '@/lib/domain/journeys/axis-label';
import { STAGE_WORDS, wholePercent, withheldWords } from '@/lib/format/flow-words';
import { formatCount } from '@/lib/format/number';
import { type FlowEntry, type FlowLine, rankedEntries } from './flow-line';

/** Stages at both ends of a step. */
type Words = { from: string; to: string };

const stageOf = (stage: string) => STAGE_WORDS.get(stage) ?? { at: `(${stage}) in`, had: 'were', stayedFor: stage };

const textOf = ({ share }: FlowEntry): string | null =>
  share.kind === 'value' ? wholePercent(share.value / 100) : null;

const placesOf = (line: FlowLine): FlowEntry[] => rankedEntries(line).filter(({ code }) => !isState(code));

/** The finding: how many stayed, or had been there before, and the place next to it. */
export function lineTitle(line: FlowLine, side: 'from' | 'to', { from, to }: Words): string {
  if (!line.isWhole) return `${line.name}: no shares, because ${withheldCounts(line)}`;
  const places = placesOf(line);
  const own = places.find(({ code }) => code === line.code);
  const next = places.find(({ code, share }) => code !== line.code && share.kind === 'value');
  const [stayed, moved] = [own ? textOf(own) : null, next ? textOf(next) : null];
  if (stayed === null && moved === null) return `${line.name}: too few people to give shares`;
  if (side === 'from') {
    const who = `of those ${stageOf(from).at} ${line.name}`;
    const { stayedFor } = stageOf(to);
    if (stayed === null)
      return `${moved} ${who} went to ${next?.name} for ${stayedFor}; too few stayed to give their share`;
    return next && moved
      ? `${stayed} ${who} stayed for ${stayedFor}; ${moved} went to ${next.name}`
      : `${stayed} ${who} stayed for ${stayedFor}`;
  }
  const who = `of those ${stageOf(to).at} ${line.name} ${stageOf(from).had}`;
  if (stayed === null) return `${moved} ${who} in ${next?.name}; too few there to give their share`;
  return next && moved ? `${stayed} ${who} there; ${moved} in ${next.name}` : `${stayed} ${who} there`;
}

const withheldCounts = ({ entries }: FlowLine): string => {
  const withheld = entries.filter(({ cell }) => cell.kind === 'suppressed').length;
  if (withheld === 0) return 'the largest count is not loaded';
  return withheld === 1 ? 'a count is withheld' : `${withheld} counts are withheld`;
};

export function lineAlternative(line: FlowLine, side: 'from' | 'to', { from, to }: Words): string {
  const most = placesOf(line)
    .filter(({ code }) => code !== line.code)
    .slice(0, 3)
    .flatMap((entry) => {
      const text = textOf(entry);
      return text === null ? [] : [`${entry.name} ${text}`];
    })
    .join(', ');
  const count = line.people === null ? null : formatCount(line.people);
  const who =
    count === null
      ? `No count of people ${stageOf(side === 'from' ? from : to).at} ${line.name} can be shown.`
      : !line.isWhole
        ? `The counts of ${line.name} that can be shown hold ${count} people.`
        : side === 'from'
          ? `${count} people ${stageOf(from).at} ${line.name} came to ${to}, left or aren’t known.`
          : `${count} people ${stageOf(to).at} ${line.name} are in these counts.`;
  const late =
    side === 'from' && line.notReached > 0
      ? ` ${formatCount(line.notReached)} more have not come to this stage yet.`
      : '';
  const next = most === '' ? '' : ` Largest ${side === 'from' ? 'destinations' : 'origins'} elsewhere: ${most}.`;
  return `${who}${next}${late} ${withheldWords(line.withheld)}`.trim();
}
