import type { JourneyAnswer } from '@/lib/contracts/journey-views';
import { LEFT, SETTLEMENTS, UNKNOWN } from '@/lib/domain/journeys/axis-label';
import { SUPPRESSED } from '@/lib/domain/measure/measure';
import { wholePercent } from '@/lib/format/flow-words';
import { type FlowEntry, type FlowLine, toFlowLines } from './flow-line';
import type { StackEntry } from './stacked-shares';

const WORDS: ReadonlyMap<string, string> = new Map([
  ['stayer', 'Home and school here'],
  ['returner', 'Came back: home here'],
  ['newcomer_studied', 'New: came to study'],
  ['newcomer_arrived', 'New at this stage'],
  [UNKNOWN, 'Not known'],
]);

const GROUPS = [...SETTLEMENTS, UNKNOWN] as const;

/** The only line of a table that was asked for one region; null where there is none. */
export const lineOfAnswer = (answer: JourneyAnswer, side: 'from' | 'to'): FlowLine | null =>
  answer.kind === 'table' ? (toFlowLines(answer.view, side)[0] ?? null) : null;

const peopleOf = (entry: FlowEntry | undefined): number | null =>
  entry?.cell.kind === 'value' ? entry.cell.count : null;

/**
 * How those of one stage came to the region: stayers, returners, newcomers and unknowns, together 100%. One that is withheld may
 * be the largest of them: then there are no shares at all, because those of the others would be far too large.
 */
export function toSettlementEntry(line: FlowLine, label: string): StackEntry {
  const entries = new Map(line.entries.map((entry) => [entry.code, entry]));
  const isWithheld = line.withheld > 0;
  return {
    key: label,
    label,
    isWithheld,
    people: isWithheld || line.people === null ? null : line.people - (peopleOf(entries.get(LEFT)) ?? 0),
    parts: GROUPS.flatMap((group) => {
      const entry = entries.get(group);
      // Nobody's home and school are unknown in most data: then there is no such part.
      if (!entry || (group === UNKNOWN && !peopleOf(entry))) return [];
      const share = isWithheld ? SUPPRESSED : entry.share;
      return [
        {
          label: WORDS.get(group) ?? group,
          people: peopleOf(entry),
          absence: entry.cell.kind === 'value' ? undefined : entry.cell.kind,
          share:
            share.kind === 'value'
              ? {
                  ...share,
                  value: share.value / 100,
                  interval: share.interval && {
                    ...share.interval,
                    lower: share.interval.lower / 100,
                    upper: share.interval.upper / 100,
                  },
                }
              : share,
        },
      ];
    }),
  };
}

const shareOfPart = (entry: StackEntry, at: number): string | null => {
  const share = entry.parts[at]?.share;
  return share?.kind === 'value' ? wholePercent(share.value) : null;
};

/** `Of those in foundation training here, 30% had home and school here and 12% came back.` */
export function settlementSentence(entry: StackEntry, stage: string): string {
  const [stayed, returned, studied, arrived] = SETTLEMENTS.map((_, at) => shareOfPart(entry, at));
  if (entry.isWithheld)
    return `How those in ${stage} here came can’t be given in shares: a count that may be large is withheld.`;
  if (!stayed && !returned && !studied && !arrived) return `How those in ${stage} here came can’t be given.`;
  const said = [
    [stayed, 'had home and school here'],
    [returned, 'came back to where home is'],
    [studied, 'had come here to study'],
    [arrived, 'were new'],
  ]
    .flatMap(([share, words]) => (share ? [`${share} ${words}`] : []))
    .join(', ');
  return `Of those in ${stage} here, ${said}.`;
}

/** Share of a line's people who are in its own place; null where it can't be given. */
export function ownShare(line: FlowLine | null): string | null {
  const share = line?.entries.find(({ code }) => code === line.code)?.share;
  return share?.kind === 'value' ? wholePercent(share.value / 100) : null;
}

/** `41% of its foundation doctors went on to specialty training here.` */
export function nextSentence(line: FlowLine | null, who: string, did: string): string | null {
  const share = ownShare(line);
  return share === null ? null : `${share} of those in ${who} here ${did} here too.`;
}
