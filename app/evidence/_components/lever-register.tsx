import { LEVER_COLUMNS } from '@/components/tables/evidence-lists';
import { screenColumns } from '@/components/tables/list-column';
import { DataTable } from '@/components/ui/data-table';
import { Pill } from '@/components/ui/pill';
import { tableFiles } from '@/lib/contracts/page-tables';
import type { LeverCatalogue } from '@/lib/domain/levers/lever-catalogue';
import { CERTAINTY_WORDS } from '@/lib/format/words';

const COLUMNS = screenColumns(LEVER_COLUMNS, {
  lever: ({ name, definition }) => (
    <>
      {name}
      <span className="block font-normal text-muted">{definition}</span>
    </>
  ),
  certainty: ({ certainty, offByDefault }) => (
    <>
      <Pill tone={certainty === 'none' ? 'caution' : 'outline'}>{CERTAINTY_WORDS[certainty]}</Pill>
      {offByDefault ? <span className="block text-sm">off unless you switch it on</span> : null}
    </>
  ),
});

/** Every lever of the model with what its effect rests on; those without evidence ship switched off. */
export function LeverRegister({ catalogue: { levers, shared } }: { catalogue: LeverCatalogue }) {
  return (
    <section aria-labelledby="levers" className="flex flex-col gap-3">
      <h2 id="levers" className="scroll-mt-24 text-xl">
        Levers of the model
      </h2>
      <div className="flex max-w-prose flex-col gap-2 text-sm text-muted">
        <p>{`Money scale: ${shared.bPerPctPay.basis}`}</p>
        <p>{`Packages: ${shared.packageRho.basis}`}</p>
        <p>{`No effect: ${shared.noEffectProbability.basis}`}</p>
      </div>
      <DataTable
        caption="Levers with their evidence"
        captionHidden
        columns={COLUMNS}
        rows={levers}
        rowKey={({ id }) => id}
        download={{ what: 'all levers', files: tableFiles('levers', {}) }}
      />
    </section>
  );
}
