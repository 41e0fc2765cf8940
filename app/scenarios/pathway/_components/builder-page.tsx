import type { ReactNode } from 'react';
import { forPage } from '@/app/_adapters/page';
import type { BuilderDraft } from '@/components/pathway/builder-state';
import { LeverEvidence } from '@/components/pathway/lever-evidence';
import { ModelEvidence } from '@/components/pathway/model-evidence';
import { EmptyState } from '@/components/ui/empty-state';
import type { PathwayForm } from '@/lib/contracts/pathway-form';
import { today } from '@/lib/data/clock';
import { listLeverPositions } from '@/lib/data/lever-positions';
import { PATHWAY_LEVERS } from '@/lib/domain/levers/catalogue/pathway-levers';
import { PathwayBuilder } from './pathway-builder';

type BuilderPageProps = {
  form: PathwayForm;
  start: BuilderDraft;
  scenarioId: string | null;
  basedOn?: string | null;
  isFrozen?: boolean;
};

/** The builder, or which files a country still needs for one. */
export async function BuilderPage({ form, start, scenarioId, basedOn = null, isFrozen = false }: BuilderPageProps) {
  if (form.kind === 'not_loaded') {
    return (
      <EmptyState title="The pathway waits for files">
        <p>
          Nothing is filled in from national rates: the pathway of a country runs once these are loaded. One recruitment
          round can be modelled now.
        </p>
        <ul className="list-disc pl-5">
          {form.missing.map((one) => (
            <li key={one}>{one}</li>
          ))}
        </ul>
      </EmptyState>
    );
  }
  const positions = await forPage(() => listLeverPositions(form.regions.map(({ code }) => code)));
  const evidence: Record<string, ReactNode> = Object.fromEntries(
    PATHWAY_LEVERS.map((lever) => [lever.id, <LeverEvidence key={lever.id} lever={lever} />]),
  );
  return (
    <>
      <noscript>
        <p className="max-w-prose">
          Building a scenario of the pathway needs script. Without it, write the inputs to a file and run `npm run stead
          -- scenario --input FILE`.
        </p>
      </noscript>
      <PathwayBuilder
        form={form}
        start={start}
        scenarioId={scenarioId}
        basedOn={basedOn}
        isFrozen={isFrozen}
        evidence={evidence}
        basis={<ModelEvidence />}
        positions={positions}
        today={today()}
      />
    </>
  );
}
