import { type BuilderDraft, nodesFor, type ReadyForm } from '@/components/pathway/builder-state';
import { Checkbox } from '@/components/ui/checkbox';
import { Pill } from '@/components/ui/pill';
import { PATHWAY_LEVERS } from '@/lib/domain/levers/catalogue/pathway-levers';
import type { PathwayLever } from '@/lib/domain/levers/pathway-lever';
import { CERTAINTY_WORDS } from '@/lib/format/words';

const FAMILIES = [
  { family: 'stability', legend: 'Stable placements' },
  { family: 'support', legend: 'Support packages' },
] as const;

type LeverListProps = {
  form: ReadyForm;
  draft: BuilderDraft;
  onSwitch: (lever: PathwayLever, isOn: boolean) => void;
};

const reasonOff = (lever: PathwayLever, form: ReadyForm): string | null =>
  form.regions.some(({ code }) => nodesFor(lever, form, code).length > 0)
    ? null
    : 'No posts that it could be offered on.';

/** All levers by family. None is on until it is switched on; those without evidence say so. */
export function LeverList({ form, draft, onSwitch }: LeverListProps) {
  return (
    <div className="flex flex-col gap-4">
      {FAMILIES.map(({ family, legend }) => (
        <fieldset key={family} className="flex min-w-0 flex-col">
          <legend className="mb-1 text-base font-semibold">{legend}</legend>
          {PATHWAY_LEVERS.filter((lever) => lever.family === family).map((lever) => {
            const off = reasonOff(lever, form);
            return (
              <div key={lever.id} className="flex flex-col">
                <Checkbox
                  name={`lever-${lever.id}`}
                  label={lever.name}
                  checked={draft.scenario.offers.some(({ leverId }) => leverId === lever.id)}
                  disabled={off !== null}
                  hint={off ?? undefined}
                  onChange={({ currentTarget }) => onSwitch(lever, currentTarget.checked)}
                />
                {lever.certainty === 'none' ? (
                  <div className="pb-1 pl-9">
                    <Pill tone="caution">{CERTAINTY_WORDS.none}</Pill>
                  </div>
                ) : null}
              </div>
            );
          })}
        </fieldset>
      ))}
    </div>
  );
}
