import type { CardSource } from '@/lib/contracts/school-card';
import type { ReachPapers, SchoolReach } from '@/lib/contracts/school-reach';
import { formatDate } from '@/lib/format/date';
import { listInWords } from '@/lib/format/words';
import { protectionText, shortened, sourceText } from './card-words';
import type { SchoolCardInput } from './school-card-input';

type Block = { readonly kind: 'given'; readonly papers: ReachPapers } | { readonly kind: 'absent' };
type Used = { readonly papers: ReachPapers; readonly what: string };

/** Every block of the card with what it is about; absent ones have no papers. */
const usedIn = ({ home, who, foundation, careers, settlement }: SchoolReach): Used[] => {
  const blocks: readonly (readonly [string, Block])[] = [
    ['where entrants come from', home],
    ['deprivation', who.quintile],
    ['sex', who.sex],
    ['ethnic group', who.ethnicity],
    ['foundation areas', foundation],
    ['career posts', careers],
    ['how they came there', settlement.foundation],
    ['how they came there', settlement.career],
  ];
  return blocks.flatMap(([what, block]) => (block.kind === 'given' ? [{ papers: block.papers, what }] : []));
};

const unique = (texts: readonly string[]): string[] => [...new Set(texts)];

const PUBLISHER_CHARACTERS = 60;

export const releaseIdsOf = ({ reach, populations }: SchoolCardInput): string[] =>
  unique([
    ...usedIn(reach).map(({ papers }) => papers.source.releaseId),
    ...populations.map(({ releaseId }) => releaseId),
  ]).sort();

/** One line a release, with its day and what it is used for. */
export const cardSources = ({ reach, releases, populations }: SchoolCardInput): CardSource[] => {
  const dayOf = (id: string): string => {
    const release = releases.find((one) => one.id === id);
    if (!release) return '';
    return release.publishedOn === null
      ? `loaded ${formatDate(release.loadedAt.toISOString())}`
      : `published ${formatDate(release.publishedOn)}`;
  };
  const used = usedIn(reach);
  const tables = unique(used.map(({ papers }) => papers.source.releaseId)).flatMap((id): CardSource[] => {
    const own = used.filter(({ papers }) => papers.source.releaseId === id);
    const source = own.at(0)?.papers.source;
    if (!source) return [];
    return [
      {
        name: shortened(source.title),
        publisher: shortened(source.publisher, PUBLISHER_CHARACTERS),
        licence: shortened(source.licence, PUBLISHER_CHARACTERS),
        release: shortened(id),
        dated: dayOf(id),
        usedFor: listInWords(unique(own.map(({ what }) => what))),
      },
    ];
  });
  const bases = populations.map(
    ({ name, publisher, licence, period, releaseId }): CardSource => ({
      name: shortened(name),
      publisher: shortened(publisher, PUBLISHER_CHARACTERS),
      licence: shortened(licence, PUBLISHER_CHARACTERS),
      release: shortened(releaseId),
      dated: dayOf(releaseId),
      usedFor: `people aged 16 to 17, ${period}`,
    }),
  );
  return [...tables, ...bases];
};

/** Of the first block that is given: the head of the card. */
export const sourceLabel = ({ reach }: SchoolCardInput): string => {
  const texts = unique(usedIn(reach).map(({ papers }) => sourceText(papers)));
  return texts.length === 0 ? 'Nothing is loaded' : listInWords(texts);
};

/** What was done to small numbers, by source. */
export const disclosureLines = ({ reach }: SchoolCardInput): string[] => [
  ...unique(
    usedIn(reach).map(({ papers }) => {
      const words = protectionText(papers);
      return `${shortened(papers.source.title)}: ${words}.`;
    }),
  ),
  'Every figure is worked out from counts after that, never from true ones; intervals are as wide as rounding makes them. Suppressed means too few people, “rounds to 0” none, one or two; neither is ever 0.',
];
