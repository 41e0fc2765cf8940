import { Pill } from '@/components/ui/pill';
import { EVIDENCE_TABLE } from '@/lib/domain/levers/evidence/evidence-table';
import type { PathwayLever } from '@/lib/domain/levers/pathway-lever';
import { CERTAINTY_WORDS } from '@/lib/format/words';

/** Why a lever is as strong as it is: study, year, people, certainty and the conversion worked out. */
export function LeverEvidence({ lever }: { lever: PathwayLever }) {
  const rows = lever.rows.flatMap((code) => EVIDENCE_TABLE.find((row) => row.code === code) ?? []);
  return (
    <div className="flex max-w-prose flex-col gap-4 text-sm">
      <p>{lever.caveat}</p>
      <p className="text-muted">{`Cost: ${lever.cost.basis}`}</p>
      {rows.map((row) => (
        <section key={row.code} className="flex flex-col gap-1 border-l-2 border-line pl-3">
          <h4 className="font-semibold">{`${row.code} ${row.name}`}</h4>
          <p>{`${row.estimate}${row.interval ? ` (${row.interval})` : ''}`}</p>
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
                  {reading === 'assumption' ? ' (an assumption)' : ''}
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
      ))}
    </div>
  );
}
