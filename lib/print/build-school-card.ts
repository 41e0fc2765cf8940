import { SchoolCard } from '@/lib/contracts/school-card';
import type { SchoolReach } from '@/lib/contracts/school-reach';
import { formatDate } from '@/lib/format/date';
import { careersBlock, dependenceBlock, foundationBlock, settlementBlock } from './card-destinations';
import { coldBlock, distanceBlock } from './card-home';
import { cardSources, disclosureLines, releaseIdsOf, sourceLabel } from './card-papers';
import { whoBlock } from './card-who';
import { SENTENCE_LETTERS, shortened } from './card-words';
import type { SchoolCardInput } from './school-card-input';
import { releaseLabel } from './sources-section';

const STATUS = 'Management information, not official statistics';
const ROOT_LABELS = {
  england: 'England',
  demonstration: 'DEMONSTRATION. Invented country, invented school: every figure is made up',
} as const;
const TITLE_LETTERS = 90;

const READERS: Readonly<Record<SchoolReach['reading'], { readers: string; leftOut: string }>> = {
  all: { readers: 'The school’s staff and analysts: it holds the school’s own cross-tabs', leftOut: '' },
  flows: {
    readers: 'Those who plan training',
    leftOut:
      'Left out: the school’s own cross-tabs, such as its entrants by deprivation, sex and ethnic group. They belong to the school.',
  },
  none: { readers: 'Anybody', leftOut: 'Left out: where its people come from and go.' },
};

const METHOD = [
  'Distance: great circle from the centre of the home authority to the school. Representation: a group’s share of the entrants whose group is known ÷ its share of the base.',
  'Intervals are 95%: Wilson for shares, Byar or exact Poisson for rates, widened for rounding and, for cold spots, for uneven reach.',
];

const CAUTIONS = [
  'No causes: counts don’t say why people applied, were chosen, moved or stayed. The base is the young population, not those who applied.',
  'Areas are not people: what is true of an authority needn’t be true of anybody who comes from it.',
  'A cold spot is a place to ask about, not a failing; no school is ranked here.',
];

const periodOf = ({ reach }: SchoolCardInput): string =>
  reach.period === null ? 'Entrants of all years loaded' : `Entrants of ${reach.period}`;

/** The card as its reader may have it: every string of the two pages is made here, and nothing that isn't in the view. */
export const buildSchoolCard = (input: SchoolCardInput): SchoolCard => {
  const { reach, madeOn } = input;
  return SchoolCard.parse({
    format: 'stead-school-card/1',
    root: reach.root,
    rootLabel: ROOT_LABELS[reach.root],
    title: `${shortened(reach.school.name, TITLE_LETTERS)}: where its entrants come from and where its graduates go`,
    kicker: `Stead school card${reach.region ? ` · Medical school in ${shortened(reach.region.name)}` : ''}`,
    period: periodOf(input),
    sourceLabel: sourceLabel(input),
    ...READERS[reach.reading],
    footerTitle: `School card, ${shortened(reach.school.name)}`,
    status: STATUS,
    madeOn,
    madeLabel: formatDate(madeOn),
    releaseLabel: releaseLabel(releaseIdsOf(input)),
    headlines: reach.headlines.map(({ text }) => shortened(text, SENTENCE_LETTERS)),
    distance: distanceBlock(reach),
    who: whoBlock(reach),
    cold: coldBlock(reach),
    foundation: foundationBlock(reach),
    careers: careersBlock(reach),
    settlement: settlementBlock(reach),
    dependence: dependenceBlock(reach),
    method: METHOD,
    disclosure: disclosureLines(input),
    cautions: CAUTIONS,
    sources: cardSources(input),
  });
};
