import { TableFigure } from '@/components/charts/chart-frame';
import { Disclosure } from '@/components/ui/disclosure';
import type { PathwayModelled } from '@/lib/contracts/pathway-result';
import { classTable, classYearWords, worstOffSentence } from './class-rows';
import type { Papers } from './questions/asked-run';

/** What choosing is worth by class: a mean can rise while somebody loses. */
export function ClassValues({ result, papers }: { result: PathwayModelled; papers: Papers }) {
  const sentence = worstOffSentence(result);
  if (sentence === null) return null;
  const { year, which } = classYearWords(result);
  return (
    <section aria-labelledby="classes" className="flex min-w-0 flex-col gap-2">
      <h3 id="classes" className="text-lg">
        Who does worst
      </h3>
      <p className="max-w-prose">{sentence}</p>
      <Disclosure summary="What choosing is worth to each class of doctors">
        <TableFigure
          id="class-values"
          label={`What choosing a post at CT1/ST1 is worth by class, ${year}`}
          unit="utility (inclusive value)"
          table={classTable(result)}
          {...papers}
        />
        <p className="max-w-prose pt-2 text-sm text-muted">
          {`In ${year}, ${which}. Classes are home region by tie; a class that nobody is in isn’t shown. It can be compared with itself, with and without the offer; between classes it also holds how many places each is near to.`}
        </p>
      </Disclosure>
    </section>
  );
}
