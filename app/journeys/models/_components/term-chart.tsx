import { ChartFrame } from '@/components/charts/chart-frame';
import { DotIntervalChart } from '@/components/charts/dot-interval-chart';
import { toDotIntervals } from '@/components/charts/dot-intervals';
import type { KeptFit } from '@/lib/contracts/journey-fit';
import { destinationSentences } from '@/lib/domain/journey-models/destination-sentences';
import { clearDirection } from '@/lib/domain/journey-models/journey-model';
import { CAUSE_IS_NOT_KNOWN } from '@/lib/domain/journey-models/model-caveats';
import { MODEL_WORDS, ONE_CHARACTERISTIC, termWords } from '@/lib/format/model-words';
import { fitPapers } from './fit-papers';
import { coefficientEntries, coefficientTable } from './slope-rows';

/** The terms of a model that has one set for everybody, and each in a sentence. */
export function TermChart({ kept }: { kept: KeptFit }) {
  const { fitted } = kept;
  const { title, slope } = MODEL_WORDS[fitted.model];
  const clear = fitted.coefficients.filter((one) => clearDirection(one) !== null).length;
  const sentences = destinationSentences(fitted);
  const heading = `${title}: ${clear} of ${fitted.coefficients.length} terms are clear of 0`;
  const alternative = sentences.map(({ sentence }) => sentence).join(' ');
  return (
    <>
      <ChartFrame
        id="terms"
        headingLevel={2}
        title={heading}
        alternative={alternative}
        unit={slope}
        {...fitPapers(kept)}
        footnotes={[
          CAUSE_IS_NOT_KNOWN,
          ...(fitted.roundedTo === undefined ? [] : [ONE_CHARACTERISTIC]),
          ...(fitted.adjustment === 'area_effects'
            ? [
                'Places aren’t loaded for every area: areas have effects of their own instead, and terms can’t be told from those.',
              ]
            : []),
        ]}
        table={coefficientTable(fitted, termWords)}
      >
        <DotIntervalChart
          rows={toDotIntervals({ entries: coefficientEntries(fitted, termWords), reference: 0, order: 'given' })}
          format={{ unit: 'index', decimals: 2 }}
          alternative={alternative}
          referenceLabel="no difference"
        />
      </ChartFrame>
      <section aria-labelledby="terms-in-words" className="flex flex-col gap-3">
        <h2 id="terms-in-words" className="text-lg">
          In words
        </h2>
        <ul className="flex max-w-prose list-disc flex-col gap-1 pl-5 text-sm">
          {sentences.map(({ term, sentence }) => (
            <li key={term}>{sentence}</li>
          ))}
        </ul>
      </section>
    </>
  );
}
