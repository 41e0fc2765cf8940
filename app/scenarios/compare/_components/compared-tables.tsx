import {
  type ComparedRow,
  type ComparedRun,
  changedInputs,
  outcomeRows,
  regimeLines,
  sharesDraws,
} from '@/components/pathway/compare-rows';
import { Callout } from '@/components/tremor/callout';
import { AppLink } from '@/components/ui/app-link';
import { DataTable } from '@/components/ui/data-table';
import { tableFiles } from '@/lib/contracts/page-tables';

type ComparedTableProps = {
  caption: string;
  rows: readonly ComparedRow[];
  names: string[];
  runs: readonly string[];
  part: 'outcomes' | 'inputs';
};

function ComparedTable({ caption, rows, names, runs, part }: ComparedTableProps) {
  return (
    <DataTable
      caption={caption}
      columns={[
        { key: 'label', header: 'Measure', cell: ({ label }: ComparedRow) => label },
        ...names.map((name, at) => ({ key: name, header: name, cell: ({ cells }: ComparedRow) => cells[at] ?? '' })),
      ]}
      rows={rows}
      rowKey={({ label }) => label}
      empty="Nothing differs."
      download={{
        what: part === 'outcomes' ? 'these outcomes' : 'these inputs',
        files: tableFiles('compared-runs', { runs: runs.join(','), part }),
      }}
    />
  );
}

/** A regime change between runs is never passed over. */
function Regimes({ compared }: { compared: readonly ComparedRun[] }) {
  const { lines, isOne } = regimeLines(compared);
  if (isOne) return <p className="max-w-prose text-sm text-muted">{lines.join(' ')}</p>;
  return (
    <Callout tone="caution" title="Not of the same years or recruitment rules">
      {lines.join(' ')}
    </Callout>
  );
}

type ComparedTablesProps = {
  compared: readonly ComparedRun[];
  /** Ids of the runs asked for, with or without a result. */
  runs: readonly string[];
  nameOf: (areaCode: string) => string;
};

/** What each run changes, and only the inputs that differ; none is ranked. */
export function ComparedTables({ compared, runs, nameOf }: ComparedTablesProps) {
  const names = compared.map(({ name }) => name);
  const inputs = changedInputs(
    compared.map(({ run }) => run),
    nameOf,
  );
  return (
    <>
      {sharesDraws(compared) ? null : (
        <Callout tone="caution" title="Not on the same draws">
          These runs differ in data, seed or engine, so that a small difference may be chance. Run them anew with one
          seed to compare what was offered alone.
        </Callout>
      )}
      <Regimes compared={compared} />
      <ComparedTable
        caption="What they change, median and 80% interval"
        rows={outcomeRows(compared)}
        names={names}
        runs={runs}
        part="outcomes"
      />
      <ComparedTable caption="Inputs that differ" rows={inputs} names={names} runs={runs} part="inputs" />
      <ul className="flex flex-wrap gap-x-6">
        {compared.map(({ name, run }) => (
          <li key={run.id}>
            <AppLink className="link inline-block py-1" href={`/scenarios/runs/${run.id}#send`}>
              {`Open and send ${name}`}
            </AppLink>
          </li>
        ))}
      </ul>
    </>
  );
}
