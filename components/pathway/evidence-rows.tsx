import { Pill } from '@/components/ui/pill';
import type { EvidenceRow } from '@/lib/domain/levers/evidence/evidence-row';
import { EVIDENCE_TABLE } from '@/lib/domain/levers/evidence/evidence-table';
import { READING_WORDS, USE_WORDS } from '@/lib/format/evidence-words';
import { CERTAINTY_WORDS } from '@/lib/format/words';

/** Rows of the evidence by code: study, year, people, how it was read, the conversion worked out, and how sure it is. */
export function EvidenceRows({ codes }: { codes: readonly string[] }) {
  const rows = codes.flatMap((code) => EVIDENCE_TABLE.find((row) => row.code === code) ?? []);
  return rows.map((row) => <Row key={row.code} row={row} />);
}

function Row({ row }: { row: EvidenceRow }) {
  return (
    <section className="flex flex-col gap-1 border-l-2 border-line pl-3">
      <h4 className="font-semibold">{`${row.code} ${row.name}`}</h4>
      <p className="text-muted">{row.definition}</p>
      <p>{`${row.estimate}${row.interval ? ` (${row.interval})` : ''}`}</p>
      <p className="text-muted">{`Figure ${READING_WORDS[row.reading]}. In the model: ${USE_WORDS[row.use]}.`}</p>
      <ul className="text-muted">
        {row.studies.map(({ citation, year, population, n }) => (
          <li key={citation}>{`${citation}. ${population}, ${year}${n ? `, n = ${n}` : ''}.`}</li>
        ))}
      </ul>
      {row.steps.length > 0 ? (
        <ol className="list-decimal pl-5">
          {row.steps.map(({ what, calculation, result, unit, reading }) => (
            <li key={`${what} ${calculation}`}>
              {`${what}: ${calculation} = ${result} ${unit}`}
              {reading === null || reading === 'derived' ? '' : ` (${READING_WORDS[reading]})`}
            </li>
          ))}
        </ol>
      ) : null}
      <p>
        <Pill tone={row.certainty === 'none' ? 'caution' : 'outline'}>{CERTAINTY_WORDS[row.certainty]}</Pill>
        {row.certaintyNote ? ` ${row.certaintyNote}` : ''}
      </p>
      {row.caveat ? <p className="text-muted">{row.caveat}</p> : null}
    </section>
  );
}
