import type { SchoolReach } from '@/lib/contracts/school-reach';
import { fixedText } from '@/lib/domain/indicators/number-text';
import { formatShare } from '@/lib/format/number';
import { REPRESENTATION_WORDS } from '@/lib/format/reach-words';
import { listInWords } from '@/lib/format/words';

type Headline = SchoolReach['headlines'][number];
type Parts = Pick<SchoolReach, 'home' | 'cold' | 'who' | 'foundation'>;

const WHOLE = 0;

function nearbyText({ home }: Parts, country: string): string | null {
  if (home.kind === 'absent' || home.nearby.share.kind !== 'value') return null;
  const { share, populationShare } = home.nearby;
  const against =
    populationShare === null
      ? ''
      : `; ${formatShare(populationShare, WHOLE)} of people aged 16 to 17 in ${country} live there`;
  return `${formatShare(share.value, WHOLE)} of entrants come from within 50 km${against}.`;
}

const MOST_NAMED = 3;

function coldText({ cold }: Parts): string | null {
  if (cold.kind === 'absent') return null;
  const names = cold.areas.filter(({ verdict }) => verdict === 'cold').map(({ name }) => name);
  if (cold.judged === 0) return 'No authority is large enough to say whether it sends fewer than expected.';
  if (names.length === 0)
    return `None of the ${cold.judged} authorities that are large enough to judge sends clearly fewer than its distance and young people would suggest.`;
  const first = names.slice(0, MOST_NAMED);
  const more = names.length - first.length;
  const list = more > 0 ? `${first.join(', ')} and ${more} more` : listInWords(first);
  return `${names.length} of ${cold.judged} authorities ${names.length === 1 ? 'sends' : 'send'} fewer than distance and young people would suggest: ${list}.`;
}

function deprivedText({ who: { quintile } }: Parts): string | null {
  if (quintile.kind === 'absent') return null;
  const [most] = quintile.groups;
  if (most?.share.kind !== 'value') return null;
  const share = `${formatShare(most.share.value)} of entrants come from the most deprived fifth`;
  if (most.baseShare === null || most.ratio.kind !== 'value' || most.reading === null) return `${share}.`;
  return `${share}, against ${formatShare(most.baseShare)} of ${quintile.base}: ${fixedText(most.ratio.value, 2)} to 1, ${REPRESENTATION_WORDS[most.reading]}.`;
}

function destinationText({ foundation }: Parts): string | null {
  if (foundation.kind === 'absent') return null;
  const [first] = foundation.areas;
  const { areas, held } = foundation.footprint;
  if (first?.share.kind !== 'value' || held === null) return null;
  const place = `${formatShare(first.share.value, WHOLE)} of graduates begin foundation training in ${first.name}`;
  return areas.length < 2
    ? `${place}.`
    : `${place}; ${areas.length} areas hold ${formatShare(held, WHOLE)} of those whose place is known.`;
}

/** The head of the page: what somebody with three minutes needs, most useful first, each from a part of the page. */
export function reachHeadlines(parts: Parts, country: string): Headline[] {
  const sentences: readonly (readonly [Headline['part'], string | null])[] = [
    ['cold', coldText(parts)],
    ['home', nearbyText(parts, country)],
    ['who', deprivedText(parts)],
    ['destinations', destinationText(parts)],
  ];
  return sentences.flatMap(([part, text]) => (text === null ? [] : [{ part, text }]));
}
