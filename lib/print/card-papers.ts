import type { CardSource } from '@/lib/contracts/school-card';
import type { ReachPapers, SchoolReach } from '@/lib/contracts/school-reach';
import { formatDate } from '@/lib/format/date';
import { protectionWords, SOURCE_KIND_WORDS } from '@/lib/format/journey-source-words';
import { listInWords, upperFirst } from '@/lib/format/words';
import { namesInWords, shortened } from './card-words';
import type { CardPopulation, CardRelease, SchoolCardInput } from './school-card-input';

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

const PUBLISHER_LETTERS = 60;
/** Two pages have room for these; the ids of further releases share the last line. */
const MOST_SOURCES = 6;

type SourceUse = Omit<CardPopulation, 'period'> & { readonly what: string };

const usesOf = ({ reach, populations }: SchoolCardInput): SourceUse[] => [
  ...usedIn(reach).map(({ papers: { source }, what }) => ({ ...source, name: source.title, what })),
  ...populations.map((one) => ({ ...one, what: `people aged 16 to 17, ${one.period}` })),
];

export const releaseIdsOf = (input: SchoolCardInput): string[] =>
  unique(usesOf(input).map(({ releaseId }) => releaseId)).sort();

const dayOf = (release: CardRelease | undefined): string => {
  if (!release) return '';
  return release.publishedOn === null
    ? `loaded ${formatDate(release.loadedAt.toISOString())}`
    : `published ${formatDate(release.publishedOn)}`;
};

const moreSources = (rest: readonly CardSource[]): CardSource => ({
  name: `${rest.length} more`,
  publisher: namesInWords(unique(rest.map(({ publisher }) => publisher))),
  licence: 'As in the app',
  release: namesInWords(rest.map(({ release }) => release)),
  dated: '',
  usedFor: namesInWords(unique(rest.map(({ usedFor }) => usedFor))),
});

/** One line a release, with its day and what it is used for. */
export const cardSources = (input: SchoolCardInput): CardSource[] => {
  const uses = usesOf(input);
  const all = unique(uses.map(({ releaseId }) => releaseId)).flatMap((id): CardSource[] => {
    const own = uses.filter(({ releaseId }) => releaseId === id);
    const [first] = own;
    if (!first) return [];
    return [
      {
        name: shortened(first.name),
        publisher: shortened(first.publisher, PUBLISHER_LETTERS),
        licence: shortened(first.licence, PUBLISHER_LETTERS),
        release: shortened(id),
        dated: dayOf(input.releases.find((release) => release.id === id)),
        usedFor: listInWords(unique(own.map(({ what }) => what))),
      },
    ];
  });
  if (all.length <= MOST_SOURCES) return all;
  return [...all.slice(0, MOST_SOURCES - 1), moreSources(all.slice(MOST_SOURCES - 1))];
};

/** Titles of sources by what is said of them: `a cohort of people (cohort.csv)`. */
const byWords = ({ reach }: SchoolCardInput, wordsOf: (papers: ReachPapers) => string): [string, string][] => {
  const used = usedIn(reach).map(({ papers }) => ({ words: wordsOf(papers), title: papers.source.title }));
  return unique(used.map(({ words }) => words)).map((words) => [
    words,
    namesInWords(unique(used.filter((one) => one.words === words).map(({ title }) => title))),
  ]);
};

export const sourceLabel = (input: SchoolCardInput): string => {
  const texts = byWords(input, ({ source }) => SOURCE_KIND_WORDS[source.kind]).map(
    ([kind, titles]) => `${kind} (${titles})`,
  );
  return texts.length === 0 ? 'Nothing is loaded' : upperFirst(listInWords(texts));
};

const MEANING =
  'Every figure is worked out from counts after that, never from true ones, and intervals are as wide as rounding makes them. “Suppressed” is too few people, “rounds to 0” none, one or two; neither is ever 0.';

/** What was done to small numbers, by source. */
export const disclosureLines = (input: SchoolCardInput): string[] => [
  ...byWords(input, ({ source }) => protectionWords(source)).map(
    ([words, titles]) => `${upperFirst(words)} (${titles}).`,
  ),
  MEANING,
];
