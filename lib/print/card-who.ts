import type { CardFigureBlock } from '@/lib/contracts/school-card';
import type { Representations, SchoolReach } from '@/lib/contracts/school-reach';
import { inPercent } from '@/lib/domain/reach/count-figures';
import { cohortYears } from '@/lib/format/journey-source-words';
import { measureText } from '@/lib/format/measure-words';
import { formatShare } from '@/lib/format/number';
import { REPRESENTATION_WORDS } from '@/lib/format/reach-words';
import { ratioRow, ratioText, shareText } from './card-words';
import { type IntervalRow, intervalRowsSvg } from './figures/interval-rows';

type Given = Extract<Representations, { kind: 'given' }>;
type Subject = { readonly name: string; readonly block: Representations };

const TITLE = 'Who the entrants are';

const subjectsOf = ({ who }: SchoolReach): readonly Subject[] => [
  { name: 'Deprivation fifth of the home', block: who.quintile },
  { name: 'Sex', block: who.sex },
  { name: 'Ethnic group', block: who.ethnicity },
];

const hasBase = ({ groups }: Given): boolean => groups.some(({ baseShare }) => baseShare !== null);

/** Below a heading that names the fifths, `Fifth 1 (most deprived)` needs its number only. */
const rowName = (label: string): string => label.replace(/^Fifth /u, '');

const rowsOf = ({ name, block }: Subject): IntervalRow[] =>
  block.kind === 'given' && hasBase(block)
    ? block.groups.map(({ label, ratio }, i) => ({
        ...ratioRow(rowName(label), ratio),
        ...(i === 0 ? { heading: name } : {}),
      }))
    : [];

const groupWords = ({ label, share, baseShare, ratio, reading }: Given['groups'][number]): string => {
  const own = `${label} ${shareText(share)}`;
  if (baseShare === null) return own;
  const words = reading === null ? '' : `, ${REPRESENTATION_WORDS[reading]}`;
  return `${own} against ${formatShare(baseShare)}, ratio ${ratioText(ratio)}${words}`;
};

const groupsInWords = (block: Given): string => block.groups.map(groupWords).join('; ');

/** What can't be drawn: shares without a population to set them against, and blocks that are missing. */
const lineOf = ({ name, block }: Subject): string[] => {
  if (block.kind === 'absent') return [`${name}: ${block.words}`];
  if (!hasBase(block)) return [`${name}: ${groupsInWords(block)}. Not compared: ${block.base} aren’t loaded.`];
  return [];
};

const unknownLine = (subjects: readonly Subject[]): string[] => {
  const unknown = subjects.flatMap(({ name, block }) =>
    block.kind === 'given' ? [`${name} ${measureText(inPercent(block.unknown), 1, '%')}`] : [],
  );
  return unknown.length === 0 ? [] : [`Not known, % of entrants, and left out of the shares: ${unknown.join('; ')}.`];
};

const leadOf = (given: readonly Given[]): string => {
  const groups = given.flatMap(({ groups }) => groups);
  const lead = groups.find(({ reading }) => reading === 'under') ?? groups.find(({ reading }) => reading === 'over');
  if (lead?.share.kind !== 'value' || lead.baseShare === null) return TITLE;
  return `${lead.label}: ${formatShare(lead.share.value)} of entrants, ${formatShare(lead.baseShare)} of the population`;
};

const DOTS_NOTE = 'Filled dot: told apart from 1; hollow: not. 95% intervals.';

/** Groups of entrants against a named population; words alone where there is nothing to draw. */
export const whoBlock = (reach: SchoolReach): CardFigureBlock => {
  const subjects = subjectsOf(reach);
  const rows = subjects.flatMap(rowsOf);
  const given = subjects.flatMap(({ block }) => (block.kind === 'given' ? [block] : []));
  const [first] = given.filter(hasBase);
  const lines = [...subjects.flatMap(lineOf), ...unknownLine(subjects)];
  if (!first) {
    const [absent] = subjects.flatMap(({ block }) => (block.kind === 'absent' ? [block.words] : []));
    return { kind: 'absent', title: TITLE, words: given.length === 0 && absent ? absent : lines.join(' ') };
  }
  const compared = subjects.flatMap(({ name, block }) =>
    block.kind === 'given' && hasBase(block) ? [`${name}: ${groupsInWords(block)}`] : [],
  );
  const alt = `Share of entrants ÷ share of ${first.base}. ${compared.join('. ')}.`;
  const reference = { value: 1, label: 'in proportion' };
  return {
    kind: 'given',
    figure: {
      title: leadOf(given.filter(hasBase)),
      alt,
      svg: intervalRowsSvg({ mark: 'dots', rows, axisLabel: 'Share of entrants ÷ share of base', reference }, alt),
      caption: `Base: ${first.base}; ${cohortYears(first.papers)}. ${DOTS_NOTE}`,
    },
    lines,
  };
};
