import type { PathwayParameter } from '@/lib/domain/levers/pathway-parameter';
import { distributionKindWords, distributionWords, READING_WORDS } from '@/lib/format/evidence-words';

type Parameter = Pick<PathwayParameter, 'name' | 'unit' | 'distribution' | 'basis' | 'reading'>;

/** Uncertain numbers as the draws take them: middle and intervals with the unit, the kind of spread, and how it was read. */
export function ParameterList({ title, parameters }: { title: string; parameters: readonly Parameter[] }) {
  if (parameters.length === 0) return null;
  return (
    <section className="flex flex-col gap-1">
      <h4 className="font-semibold">{title}</h4>
      <dl className="flex flex-col gap-2">
        {parameters.map(({ name, unit, distribution, basis, reading }) => (
          <div key={name}>
            <dt className="font-semibold">{name}</dt>
            <dd className="tabular-nums">{distributionWords(distribution, unit)}</dd>
            <dd className="text-muted">{`Spread: ${distributionKindWords(distribution)}.`}</dd>
            <dd className="text-muted">{`${basis} Figure: ${READING_WORDS[reading]}.`}</dd>
          </div>
        ))}
      </dl>
    </section>
  );
}
