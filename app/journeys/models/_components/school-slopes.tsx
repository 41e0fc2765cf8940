import { ChartFrame } from '@/components/charts/chart-frame';
import { DotIntervalChart } from '@/components/charts/dot-interval-chart';
import { toDotIntervals } from '@/components/charts/dot-intervals';
import type { KeptFit } from '@/lib/contracts/journey-fit';
import { AREAS_ARE_NOT_PEOPLE } from '@/lib/domain/journey-models/model-caveats';
import { schoolSentences } from '@/lib/domain/journey-models/school-sentences';
import { shareSentences } from '@/lib/domain/journey-models/share-sentences';
import { MODEL_WORDS, REACH_TERM_WORDS } from '@/lib/format/model-words';
import { fitPapers } from './fit-papers';
import { slopeEntries, slopeTable, slopeTitle, type TermSlopes, write } from './slope-rows';

type SchoolSlopesProps = { kept: KeptFit; bySchool: NonNullable<KeptFit['fitted']['bySchool']> };

const SHRUNK =
  'Shown: each school’s slope drawn towards the average of the schools, the more so the less is known of it. Its own slope is in the table.';

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
        <p className="max-w-prose text-sm text-muted">{AREAS_ARE_NOT_PEOPLE}</p>
        <ul className="flex max-w-prose list-disc flex-col gap-2 pl-5 text-sm">
          {sentencesOf(kept, bySchool).map(({ school, sentence, detail }) => (
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
  const alternative = `The average of the schools is ${write(average.estimate)} (95% interval ${write(average.lower)} to ${write(average.upper)}); schools differ by a standard deviation of ${write(spread)}.`;
  return (
    <ChartFrame
      id={`slopes-${slopes.term}`}
      headingLevel={2}
      title={slopeTitle(title, slopes)}
      alternative={alternative}
      unit={`${MODEL_WORDS[kept.fitted.model].slope}, ${unit}`}
      {...fitPapers(kept)}
      footnotes={[SHRUNK, AREAS_ARE_NOT_PEOPLE]}
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

function sentencesOf({ fitted, names }: KeptFit, { slopes, schools }: SchoolSlopesProps['bySchool']) {
  const { diagnostics, model } = fitted;
  const inFit = slopes[0]?.schools.map(({ school }) => school) ?? [];
  const leftOut = diagnostics.leftOut.filter(({ what }) => what === 'school').map(({ code }) => code);
  const all = [...new Set([...inFit, ...leftOut])]
    .map((code) => ({ code, name: names[code] ?? code, founded: null }))
    .toSorted((a, b) => a.name.localeCompare(b.name, 'en-GB'));
  const about = { slopes, schools, diagnostics };
  return model === 'female_share' || model === 'non_white_share'
    ? shareSentences(model, about, all).map((one) => ({ ...one, detail: null }))
    : schoolSentences(about, all);
}
