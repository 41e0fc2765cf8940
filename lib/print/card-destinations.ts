import type { CardFigureBlock, CardTable } from '@/lib/contracts/school-card';
import type { FoundationDestinations, SchoolReach, Settlement } from '@/lib/contracts/school-reach';
import { cohortYears } from '@/lib/format/journey-source-words';
import { measureText } from '@/lib/format/measure-words';
import { formatShare } from '@/lib/format/number';
import {
  areasNotCounted,
  noFootprintWords,
  SETTLEMENT_NOTE,
  SETTLEMENT_WORDS,
  TOO_FEW_TO_DEPEND,
} from '@/lib/format/reach-words';
import { namesInWords, rowsInWords, shareRow, shareText, shortened } from './card-words';
import { intervalRowsSvg } from './figures/interval-rows';

type Foundation = Extract<FoundationDestinations, { kind: 'given' }>;
type Destinations = Pick<Foundation, 'areas' | 'left' | 'unknown' | 'notReached' | 'papers'>;
type Stage = { readonly title: string; readonly words: string; readonly verb: string };

const FOUNDATION: Stage = {
  title: 'Where graduates begin foundation training',
  words: 'foundation training',
  verb: 'begin foundation training in',
};
const CAREER: Stage = { title: 'Where their career posts are', words: 'a career post', verb: 'have a career post in' };

const MOST_AREAS = 7;

const titleOf = (areas: Foundation['areas'], { title, verb }: Stage): string => {
  const [first] = areas;
  return first?.share.kind === 'value'
    ? `${formatShare(first.share.value, 0)} of graduates ${verb} ${shortened(first.name)}`
    : title;
};

/** The largest areas, then those who left and those whose place isn't known. */
const shareFigure = (block: Destinations, stage: Stage, lines: readonly string[]): CardFigureBlock => {
  const shown = block.areas.slice(0, MOST_AREAS);
  const rows = [
    ...shown.map(({ name, share }) => shareRow(name, share)),
    ...(block.left ? [shareRow(SETTLEMENT_WORDS.left, block.left.share)] : []),
    shareRow('Place not known', block.unknown),
  ];
  const rest = block.areas.length - shown.length;
  const cut = rest > 0 ? ` The ${shown.length} largest areas of ${block.areas.length} are drawn.` : '';
  const alt = `Graduates who came to ${stage.words} or left before it, with 95% intervals: ${rowsInWords(rows)}.${cut}`;
  return {
    kind: 'given',
    figure: {
      title: titleOf(block.areas, stage),
      alt,
      svg: intervalRowsSvg({ mark: 'bars', rows, axisLabel: '% of graduates', reference: null }, alt),
      caption: `Of everybody who came to ${stage.words} or left before it: ${cohortYears(block.papers)}. 95% intervals.${cut} Still on the way, and not in the whole: ${measureText(block.notReached, 0)} people.`,
    },
    lines: [...lines],
  };
};

const footprintLine = ({ footprint: { areas, held, unknownAreas, wanted } }: Foundation): string => {
  if (held === null) return noFootprintWords(unknownAreas);
  const names = namesInWords(areas.map(({ name }) => name));
  const how = areas.length === 1 ? 'one area' : `${areas.length} areas`;
  return `Footprint: it takes ${how} to hold ${formatShare(wanted, 0)} of the graduates whose area is known: ${names} (${formatShare(held, 0)}).${areasNotCounted(unknownAreas)}`;
};

export const foundationBlock = ({ foundation }: SchoolReach): CardFigureBlock =>
  foundation.kind === 'absent'
    ? { kind: 'absent', title: FOUNDATION.title, words: foundation.words }
    : shareFigure(foundation, FOUNDATION, [footprintLine(foundation)]);

const ARRIVAL_NOTE =
  'Recent entrants have left more often than arrived so far: read this for years whose people have had time to arrive.';

export const careersBlock = ({ careers }: SchoolReach): CardFigureBlock =>
  careers.kind === 'absent'
    ? { kind: 'absent', title: CAREER.title, words: careers.words }
    : shareFigure(careers, CAREER, [ARRIVAL_NOTE]);

const DEPENDENCE = 'How far areas depend on this school';
const MOST_DEPENDENT = 5;

/** The areas that take most of their foundation starters from the school. */
export const dependenceBlock = ({ foundation }: SchoolReach): CardTable => {
  if (foundation.kind === 'absent') return { kind: 'absent', title: DEPENDENCE, words: foundation.words };
  if (foundation.dependence.length === 0) return { kind: 'absent', title: DEPENDENCE, words: TOO_FEW_TO_DEPEND };
  return {
    kind: 'given',
    title: DEPENDENCE,
    header: ['Foundation area', '% of starters'],
    rows: foundation.dependence.slice(0, MOST_DEPENDENT).map(({ name, share }) => [shortened(name), shareText(share)]),
    lines: [
      'Of everybody who started foundation training there, the share from this school; 95% intervals in brackets. Only schools that are loaded are in the whole: doctors from elsewhere aren’t.',
    ],
  };
};

const SETTLED = 'Stayers, returners and newcomers';

const sharesOf = (block: Settlement): ReadonlyMap<string, string> | null =>
  block.kind === 'absent' ? null : new Map(block.classes.map((one) => [one.class, shareText(one.share)]));

const columnNote = (stage: string, block: Settlement): string[] =>
  block.kind === 'absent' ? [`At ${stage}: ${block.words}`] : [];

/** Both stages, side by side: each column is everybody who came to it, or won't. */
export const settlementBlock = ({ settlement: { foundation, career } }: SchoolReach): CardTable => {
  const [first] = [foundation, career].filter((block) => block.kind === 'given');
  if (!first) return { kind: 'absent', title: SETTLED, words: foundation.kind === 'absent' ? foundation.words : '–' };
  const columns = [
    { head: 'Foundation training', shares: sharesOf(foundation) },
    { head: 'Career post', shares: sharesOf(career) },
  ].filter(({ shares }) => shares !== null);
  return {
    kind: 'given',
    title: `${SETTLED}: everybody adds up to 100%`,
    header: ['How they came to the region', ...columns.map(({ head }) => head)],
    rows: [
      ...first.classes.map((one) => [one.label, ...columns.map(({ shares }) => shares?.get(one.class) ?? 'Not given')]),
      ['Everybody', ...columns.map(() => '100%')],
    ],
    lines: [
      ...columnNote('foundation training', foundation),
      ...columnNote('a career post', career),
      `${SETTLEMENT_NOTE} 95% intervals in brackets.`,
    ],
  };
};
