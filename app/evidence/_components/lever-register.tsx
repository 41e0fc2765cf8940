import { DataTable } from '@/components/ui/data-table';
import { Pill } from '@/components/ui/pill';
import type { Lever } from '@/lib/domain/levers/lever';
import type { LeverCatalogue } from '@/lib/domain/levers/lever-catalogue';
import { CERTAINTY_WORDS } from '@/lib/format/words';

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
        columns={[
          {
            key: 'name',
            header: 'Lever',
            className: 'min-w-56',
            cell: ({ name, definition }: Lever) => (
              <>
                {name}
                <span className="block font-normal text-muted">{definition}</span>
              </>
            ),
          },
          {
            key: 'certainty',
            header: 'Certainty',
            cell: ({ certainty, offByDefault }: Lever) => (
              <>
                <Pill tone={certainty === 'none' ? 'caution' : 'outline'}>{CERTAINTY_WORDS[certainty]}</Pill>
                {offByDefault ? <span className="block text-sm">off unless you switch it on</span> : null}
              </>
            ),
          },
          { key: 'evidence', header: 'Evidence', className: 'min-w-64', cell: ({ evidence }: Lever) => evidence },
          { key: 'note', header: 'Mind', className: 'min-w-56', cell: ({ note }: Lever) => note },
          { key: 'cost', header: 'Cost', className: 'min-w-48', cell: ({ costBasis }: Lever) => costBasis },
          {
            key: 'sources',
            header: 'Sources',
            className: 'min-w-48',
            cell: ({ sources }: Lever) => sources.join('; '),
          },
        ]}
        rows={levers}
        rowKey={({ id }) => id}
      />
    </section>
  );
}
