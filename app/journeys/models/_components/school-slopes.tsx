import { ChartFrame } from '@/components/charts/chart-frame';
import { DotIntervalChart } from '@/components/charts/dot-interval-chart';
import { toDotIntervals } from '@/components/charts/dot-intervals';
import type { KeptFit } from '@/lib/contracts/journey-fit';
import { AREAS_ARE_NOT_PEOPLE, RESIDENTS_ARE_NOT_YOUNG } from '@/lib/domain/journey-models/model-caveats';
import { sentencesOfFit } from '@/lib/domain/journey-models/sentences-of-fit';
import { MODEL_WORDS, REACH_TERM_WORDS } from '@/lib/format/model-words';
import { fitPapers } from './fit-papers';
import { ownAlternative, slopeEntries, slopeTable, slopeTitle, type TermSlopes, write } from './slope-rows';

type SchoolSlopesProps = { kept: KeptFit; bySchool: NonNullable<KeptFit['fitted']['bySchool']> };

const SHRUNK =
  'Shown: each school’s slope drawn towards the average of the schools, the more so the less is known of it. Its own slope is in the table.';

const OWN_ONLY =
  'You are of the staff of a school: you see the slopes of your own school as they are, not drawn towards the average of the schools, which would tell you of the others.';

const caveatsOf = ({ fitted: { diagnostics } }: KeptFit): readonly string[] => [
  AREAS_ARE_NOT_PEOPLE,
  ...(diagnostics.setAgainst === 'residents' ? [RESIDENTS_ARE_NOT_YOUNG] : []),
];

/** Slopes of every school, sorted, a drawing to a term; then a sentence to a school. */
export function SchoolSlopes({ kept, bySchool }: SchoolSlopesProps) {
  return (
    <>
      {bySchool.slopes.map((slopes) => (
        <TermChart key={slopes.term} slopes={slopes} kept={kept} />
      ))}
      <section aria-labelledby="schools-in-words" className="flex flex-col gap-3">
        <h2 id="schools-in-words" className="text-lg">
          Schools in words
        </h2>
        <p className="max-w-prose text-sm text-muted">{caveatsOf(kept).join(' ')}</p>
        <ul className="flex max-w-prose list-disc flex-col gap-2 pl-5 text-sm">
          {sentencesOfFit(kept.fitted, (code) => kept.names[code] ?? code).map(({ school, sentence, detail }) => (
            <li key={school}>
              {sentence}
              {detail ? <span className="block text-muted">{detail}</span> : null}
            </li>
          ))}
        </ul>
      </section>
    </>
  );
}

function TermChart({ slopes, kept }: { slopes: TermSlopes; kept: KeptFit }) {
  const { title, unit } = REACH_TERM_WORDS[slopes.term];
  const { average, spread } = slopes;
  const isOfAll = average !== null && spread !== null;
  const alternative = isOfAll
    ? `The average of the schools is ${write(average.estimate)} (95% interval ${write(average.lower)} to ${write(average.upper)}); schools differ by a standard deviation of ${write(spread)}.`
    : ownAlternative(title, slopes, kept.names);
  return (
    <ChartFrame
      id={`slopes-${slopes.term}`}
      headingLevel={2}
      title={slopeTitle(title, slopes)}
      alternative={alternative}
      unit={`${MODEL_WORDS[kept.fitted.model].slope}, ${unit}`}
      {...fitPapers(kept)}
      footnotes={[isOfAll ? SHRUNK : OWN_ONLY, ...caveatsOf(kept)]}
      table={slopeTable(slopes, kept.names)}
    >
      <DotIntervalChart
        rows={toDotIntervals({ entries: slopeEntries(slopes, kept.names), reference: 0 })}
        format={{ unit: 'index', decimals: 2 }}
        alternative={alternative}
        referenceLabel="no slope"
      />
    </ChartFrame>
  );
}
