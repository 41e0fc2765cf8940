import type { SchoolInWords } from '@/lib/contracts/school-reach';
import { AbsentBlock } from './absent-block';

const TITLE = 'This school in words';

/** What the models of entrants say of the school, for its own staff: patterns between areas, without figures. */
export function SchoolWords({ block }: { block: SchoolInWords }) {
  if (block.kind === 'absent') return block.reason === 'not_yours' ? null : <AbsentBlock title={TITLE} block={block} />;
  const { sentences, caveat, data, isDrawn } = block;
  const drawn = isDrawn
    ? '; each school’s slope is drawn towards the average of the schools, the more so the less is known of it'
    : '';
  return (
    <section aria-labelledby="school-in-words" className="flex max-w-prose flex-col gap-2">
      <h2 id="school-in-words" className="text-xl">
        {TITLE}
      </h2>
      <ul className="flex list-disc flex-col gap-1 pl-5">
        {sentences.map((sentence) => (
          <li key={sentence}>{sentence}</li>
        ))}
      </ul>
      <p className="text-sm text-muted">{caveat}</p>
      <p className="text-sm text-muted">{`Fitted to ${data}, all years of entry. “Clear” is the whole 95% interval on one side of no pattern${drawn}.`}</p>
    </section>
  );
}
