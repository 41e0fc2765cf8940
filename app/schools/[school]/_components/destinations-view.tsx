import type { SchoolReach } from '@/lib/contracts/school-reach';
import type { SchoolQuery } from '@/lib/contracts/school-reach-query';
import { inPercent } from '@/lib/domain/reach/count-figures';
import { measureText } from '@/lib/format/measure-words';
import { formatShare } from '@/lib/format/number';
import { areasNotCounted, noFootprintWords, SETTLEMENT_NOTE, TOO_FEW_TO_DEPEND } from '@/lib/format/reach-words';
import { listInWords } from '@/lib/format/words';
import { AbsentBlock } from './absent-block';
import { MixBlock } from './mix-block';
import { ShareBars, type ShareRow } from './share-bars';

const MOST_BARS = 15;
const TOO_EARLY =
  'People who left are counted at once, those on the way not yet: read this for entry years whose people have had time to arrive.';
const NOT_CAUSE = 'Where graduates went says nothing of why.';

const TOO_FEW = { kind: 'absent', reason: 'not_possible', words: TOO_FEW_TO_DEPEND } as const;

type Foundation = Extract<SchoolReach['foundation'], { kind: 'given' }>;

const wholeOf = ({ areas, left, unknown }: Pick<Foundation, 'areas' | 'left' | 'unknown'>): ShareRow[] => [
  ...areas,
  ...(left ? [{ code: 'left', name: 'Left', ...left }] : []),
  { code: 'unknown', name: 'Not known', share: unknown },
];

const wholeNote = (stage: string, { notReached }: Pick<Foundation, 'notReached'>): string =>
  `Of everybody who came to ${stage} or left before it, those of unknown place among them. Still on the way, and not in the whole: ${measureText(notReached, 0)} people.`;

const topText = ({ areas }: Pick<Foundation, 'areas'>): string | null => {
  const [first] = areas;
  return first?.share.kind === 'value'
    ? `${formatShare(first.share.value, 0)} of graduates are in ${first.name}`
    : null;
};

function footprintText({ footprint: { areas, held, unknownAreas, wanted } }: Foundation): string {
  if (held === null) return noFootprintWords(unknownAreas);
  const names = listInWords(areas.map(({ name }) => name));
  return `Footprint: the fewest areas that hold ${formatShare(wanted, 0)} of the graduates known are ${names} (${formatShare(held, 0)}).${areasNotCounted(unknownAreas)}`;
}

function FoundationBlocks({ block, school }: Pick<SchoolReach, 'school'> & { block: SchoolReach['foundation'] }) {
  if (block.kind === 'absent') return <AbsentBlock title="Where graduates begin foundation training" block={block} />;
  const [most] = block.dependence;
  const reliance =
    most?.share.kind === 'value'
      ? `${formatShare(most.share.value, 0)} of those who start in ${most.name} come from this school`
      : 'How far areas depend on this school';
  return (
    <>
      <ShareBars
        id="foundation"
        title={
          topText(block)?.replace('are in', 'begin foundation training in') ??
          'Where graduates begin foundation training'
        }
        alternative={footprintText(block)}
        unit="% of graduates by foundation area"
        head="Foundation area"
        rows={wholeOf(block)}
        most={MOST_BARS}
        papers={block.papers}
        school={school}
        footnotes={[wholeNote('foundation training', block), NOT_CAUSE]}
      />
      {most ? null : <AbsentBlock title="How far areas depend on this school" block={TOO_FEW} />}
      {most ? (
        <ShareBars
          id="dependence"
          title={reliance}
          alternative="Of everybody who started foundation training in an area, the share who come from this school; most dependent first."
          unit="% of an area’s foundation starters, from all schools that are loaded"
          head="Foundation area"
          rows={block.dependence}
          most={MOST_BARS}
          papers={block.papers}
          school={school}
          footnotes={['Only schools that are loaded are in the whole: doctors from elsewhere aren’t.']}
        />
      ) : null}
    </>
  );
}

function CareersBlock({ block, school }: Pick<SchoolReach, 'school'> & { block: SchoolReach['careers'] }) {
  if (block.kind === 'absent') return <AbsentBlock title="Where their career posts are" block={block} />;
  return (
    <ShareBars
      id="careers"
      title={topText(block)?.replace('are in', 'have their career post in') ?? 'Where their career posts are'}
      alternative={`Career posts by training region, largest first; not known ${measureText(inPercent(block.unknown), 1, '%')}.`}
      unit="% of graduates by region of the career post"
      head="Training region"
      rows={wholeOf(block)}
      papers={block.papers}
      school={school}
      footnotes={[wholeNote('a career post', block), TOO_EARLY, NOT_CAUSE]}
    />
  );
}

type SettlementProps = {
  id: string;
  school: SchoolReach['school'];
  block: SchoolReach['settlement']['career'];
  stage: string;
};

function SettlementBlock({ id, school, block, stage }: SettlementProps) {
  const title = `Stayers, returners and newcomers at ${stage}`;
  if (block.kind === 'absent') return <AbsentBlock title={title} block={block} />;
  const stayed = block.classes.find((one) => one.class === 'stayer')?.share;
  return (
    <ShareBars
      id={id}
      title={
        stayed?.kind === 'value'
          ? `${formatShare(stayed.value, 0)} stayed in the region of home and school for ${stage}`
          : title
      }
      alternative={block.classes
        .map(({ label, share }) => `${label}: ${measureText(inPercent(share), 1, '%')}`)
        .join('; ')}
      unit={`% of graduates, by the region of ${stage} against home and school`}
      head="How they came there"
      rows={block.classes.map(({ class: code, label: name, share }) => ({ code, name, share }))}
      papers={block.papers}
      school={school}
      footnotes={[
        SETTLEMENT_NOTE,
        'The shares add up to 100% with those who left and those of whom it isn’t known.',
        wholeNote(stage, block),
        TOO_EARLY,
      ]}
    />
  );
}

/** Where graduates go: foundation, career, how they came there, who depends on them, and another mix. */
export function DestinationsView({ reach, query }: { reach: SchoolReach; query: SchoolQuery }) {
  const { school } = reach;
  return (
    <>
      <div className="grid items-start gap-4 lg:grid-cols-2">
        <FoundationBlocks block={reach.foundation} school={school} />
        <CareersBlock block={reach.careers} school={school} />
        <SettlementBlock
          id="settled-foundation"
          school={school}
          block={reach.settlement.foundation}
          stage="foundation training"
        />
        <SettlementBlock id="settled-career" school={school} block={reach.settlement.career} stage="a career post" />
      </div>
      <MixBlock reach={reach} query={query} />
    </>
  );
}
