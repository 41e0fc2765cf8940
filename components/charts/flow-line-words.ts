import { isState } from '@/lib/domain/journeys/axis-label';
import { wholePercent, withheldWords } from '@/lib/format/flow-words';
import { formatCount } from '@/lib/format/number';
import { type FlowEntry, type FlowLine, rankedEntries } from './flow-line';

type Words = { from: string; to: string; did: string };

const textOf = ({ share }: FlowEntry): string | null =>
  share.kind === 'value' ? wholePercent(share.value / 100) : null;

const placesOf = (line: FlowLine): FlowEntry[] => rankedEntries(line).filter(({ code }) => !isState(code));

/** The finding: how many stayed, or came from the place itself, and the place next to it. */
export function lineTitle(line: FlowLine, side: 'from' | 'to', { from, to }: Words): string {
  const places = placesOf(line);
  const own = places.find(({ code }) => code === line.code);
  const next = places.find(({ code, share }) => code !== line.code && share.kind === 'value');
  const [stayed, moved] = [own ? textOf(own) : null, next ? textOf(next) : null];
  if (stayed === null && moved === null) return `${line.name}: too few people to give shares`;
  const first =
    side === 'from'
      ? `${stayed ?? 'Too few to say'} of those from ${line.name} (${from}) stayed for ${to}`
      : `${stayed ?? 'Too few to say'} of those in ${line.name} (${to}) came from there (${from})`;
  return next && moved ? `${first}; ${moved} ${side === 'from' ? 'went to' : 'from'} ${next.name}` : first;
}

export function lineAlternative(line: FlowLine, side: 'from' | 'to', { from, to }: Words): string {
  const most = placesOf(line)
    .filter(({ code }) => code !== line.code)
    .slice(0, 3)
    .flatMap((entry) => {
      const text = textOf(entry);
      return text === null ? [] : [`${entry.name} ${text}`];
    })
    .join(', ');
  const late =
    side === 'from' && line.notReached > 0
      ? ` ${formatCount(line.notReached)} more have not come to this stage yet.`
      : '';
  const where =
    side === 'from' ? `went from ${line.name} (${from}) to ${to}` : `came from ${from} to ${line.name} (${to})`;
  const next = most === '' ? '' : ` Largest ${side === 'from' ? 'destinations' : 'origins'} elsewhere: ${most}.`;
  return `${formatCount(line.people)} people ${where}, those who left or aren’t known among them.${next}${late} ${withheldWords(line.withheld)}`.trim();
}
