import { Checkbox } from '@/components/ui/checkbox';
import { Disclosure } from '@/components/ui/disclosure';
import { NumberInput } from '@/components/ui/number-input';
import { Pill } from '@/components/ui/pill';
import { TextArea } from '@/components/ui/text-area';
import type { RecruitmentLevel } from '@/lib/contracts/scenario';
import type { ScenarioDraft } from '@/lib/contracts/scenario-form';
import type { Lever } from '@/lib/domain/levers/lever';
import { CERTAINTY_WORDS } from '@/lib/format/words';
import { fieldId, suggestedCost } from './form-data';

type LeverFieldsProps = {
  level: RecruitmentLevel;
  levers: readonly Lever[];
  draft: ScenarioDraft;
  errorOf: (field: string) => string | undefined;
};

const FAMILIES = [
  { family: 'stability', legend: 'Stable placements' },
  { family: 'support', legend: 'Support packages' },
] as const;

/** All levers by family; the settings of one appear when it is switched on, without script too. */
export function LeverFields({ levers, level, draft, errorOf }: LeverFieldsProps) {
  return (
    <fieldset className="flex flex-col gap-4" id="levers" tabIndex={-1}>
      <legend className="mb-2 text-lg font-semibold">2. What you would offer</legend>
      {errorOf('levers') ? <p className="font-semibold text-danger">{errorOf('levers')}</p> : null}
      <p className="max-w-prose text-sm text-muted">
        Nothing has randomised evidence on fill in the UK. What has no evidence at all is marked, and is off unless you
        switch it on. Run without any offer to ask only what it would cost to fill more posts.
      </p>
      <div className="grid gap-6 lg:grid-cols-2">
        {FAMILIES.map(({ family, legend }) => (
          <fieldset key={family} className="flex min-w-0 flex-col gap-2">
            <legend className="mb-1 text-base font-semibold">{legend}</legend>
            {levers
              .filter((lever) => lever.family === family)
              .map((lever) => (
                <LeverField key={lever.id} lever={lever} level={level} draft={draft} errorOf={errorOf} />
              ))}
          </fieldset>
        ))}
      </div>
    </fieldset>
  );
}

function LeverField({ lever, level, draft, errorOf }: { lever: Lever } & Omit<LeverFieldsProps, 'levers'>) {
  const set = draft.levers.find(({ leverId }) => leverId === lever.id);
  const name = (part: string) => `lever:${lever.id}:${part}`;
  const acts = lever.effect.kind !== 'none';
  const offered = acts && lever.levels.includes(level);
  return (
    <div className="group/lever rounded-lg border border-line bg-surface p-4 has-[input:checked]:border-accent">
      <Checkbox
        name={name('on')}
        id={fieldId(name('on'))}
        label={lever.name}
        hint={lever.effect.kind === 'none' ? `${lever.effect.reason} ${lever.definition}` : lever.definition}
        defaultChecked={acts && (set?.on ?? false)}
        error={errorOf(name('on'))}
        // A choice that is not offered at this level must not be sent.
        disabled={!offered}
      />
      <div className="flex flex-wrap items-center gap-2 pl-9">
        <Pill tone={lever.certainty === 'none' ? 'caution' : 'outline'}>{CERTAINTY_WORDS[lever.certainty]}</Pill>
        {acts ? null : <Pill tone="outline">Not in this round</Pill>}
        {acts && !offered ? <Pill tone="outline">{`Not offered at ${level}`}</Pill> : null}
      </div>
      {acts ? (
        <div className="hidden flex-col gap-4 pt-4 pl-0 group-has-[input[type=checkbox]:checked]/lever:flex sm:pl-9">
          <LeverSettings lever={lever} set={set} name={name} errorOf={errorOf} />
        </div>
      ) : null}
      <div className="pl-9">
        <Disclosure summary="Why this number">
          <p className="max-w-prose text-sm">{lever.evidence}</p>
          {lever.note ? <p className="max-w-prose text-sm">{lever.note}</p> : null}
          <p className="max-w-prose text-sm text-muted">{`Sources: ${lever.sources.join('; ')}`}</p>
        </Disclosure>
      </div>
    </div>
  );
}

type LeverSettingsProps = {
  lever: Lever;
  set: ScenarioDraft['levers'][number] | undefined;
  name: (part: string) => string;
  errorOf: (field: string) => string | undefined;
};

function LeverSettings({ lever, set, name, errorOf }: LeverSettingsProps) {
  const field = (part: string) => ({ name: name(part), id: fieldId(name(part)), error: errorOf(name(part)) });
  return (
    <>
      <div className="flex flex-wrap items-end gap-3">
        <NumberInput
          {...field('coverage')}
          label="Posts with the offer"
          unit="%"
          step="any"
          defaultValue={set?.coveragePct ?? '100'}
        />
        <NumberInput
          {...field('cost')}
          label="£ per place and year, if known"
          step="any"
          defaultValue={set?.costPerPlacePerYearGbp ?? suggestedCost(lever)}
        />
        <NumberInput
          {...field('years')}
          label="Years paid"
          step="any"
          defaultValue={set?.costYears ?? String(lever.costYears)}
        />
      </div>
      <p className="max-w-prose text-sm text-muted">{lever.costBasis}</p>
      <TextArea
        {...field('reason')}
        label="Your reason (kept with the run)"
        rows={2}
        defaultValue={set?.reason ?? ''}
      />
    </>
  );
}
