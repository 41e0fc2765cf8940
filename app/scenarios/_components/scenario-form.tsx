'use client';

import { useActionState, useState } from 'react';
import { runScenarioAction } from '@/app/scenarios/actions';
import { Button } from '@/components/ui/button';
import { Checkbox } from '@/components/ui/checkbox';
import { ErrorSummary } from '@/components/ui/error-summary';
import { NumberInput } from '@/components/ui/number-input';
import { TextInput } from '@/components/ui/text-input';
import { RecruitmentLevel } from '@/lib/contracts/scenario';
import { SAVE_FIELD } from '@/lib/contracts/scenario-form';
import { fieldId, type ScenarioFormData } from './form-data';
import { LeverFields } from './lever-fields';
import { PostsFields } from './posts-fields';

const LEVEL_WORDS: Readonly<Record<RecruitmentLevel, string>> = {
  'CT1/ST1': 'CT1/ST1, start of specialty training',
  ST3: 'ST3, higher training',
  ST4: 'ST4, higher training',
};

/** The whole scenario in one form; it posts without script too. */
export function ScenarioForm({ data }: { data: ScenarioFormData }) {
  const [state, action, pending] = useActionState(runScenarioAction, null);
  const draft = state?.draft ?? data.draft;
  // As it was opened, even where the page around it is drawn again from a newer one.
  const [openedOn] = useState(data.draft.basedOn);
  const basedOn = state ? state.draft.basedOn : openedOn;
  const errors = state?.errors ?? [];
  const errorOf = (field: string) => errors.find((error) => error.field === field)?.message;
  const [level, setLevel] = useState(draft.level);
  // Until it is typed, the name follows the level; a saved scenario keeps its own.
  const [name, setName] = useState(draft.scenarioId === null && state === null ? null : draft.name);
  const round = data.rounds.find((entry) => entry.level === level);
  return (
    <form action={action} className="flex min-w-0 flex-col gap-8">
      <ErrorSummary
        title="The model did not run"
        errors={errors.map(({ field, message }) => ({ fieldId: fieldId(field), message }))}
      />
      <input type="hidden" name="scenarioId" value={draft.scenarioId ?? ''} />
      <input type="hidden" name="basedOn" value={basedOn ?? ''} />
      <input type="hidden" name="areaCode" value={data.area.code} />
      <fieldset className="flex flex-col gap-3">
        <legend className="mb-2 text-lg font-semibold">1. The round</legend>
        <div className="max-w-prose">
          <TextInput
            name="name"
            label="Name of the scenario"
            value={name ?? `${data.nameStem}, ${level}`}
            onChange={(event) => setName(event.currentTarget.value)}
            error={errorOf('name')}
            required
          />
        </div>
        <fieldset className="flex flex-col">
          <legend className="text-sm font-semibold">Recruitment level</legend>
          {RecruitmentLevel.options.map((option) => (
            <Checkbox
              key={option}
              type="radio"
              id={fieldId(`level-${option}`)}
              name="level"
              value={option}
              label={LEVEL_WORDS[option]}
              defaultChecked={draft.level === option}
              onChange={() => setLevel(option)}
            />
          ))}
        </fieldset>
        <PostsFields data={data} round={round} level={level} draft={draft} errorOf={errorOf} />
      </fieldset>
      <LeverFields levers={data.levers} level={level} draft={draft} errorOf={errorOf} />
      <fieldset className="flex flex-col gap-4">
        <legend className="mb-2 text-lg font-semibold">3. Assumptions</legend>
        <div className="grid gap-4 md:grid-cols-3">
          <NumberInput
            name="peoplePerPlace"
            label="People per place"
            hint={data.peopleBasis}
            step="any"
            defaultValue={draft.peoplePerPlace}
            error={errorOf('peoplePerPlace')}
          />
          <NumberInput
            name="noEffectPct"
            label="Chance that an uncertain offer does nothing"
            unit="%"
            hint={data.noEffectBasis}
            step="any"
            defaultValue={draft.noEffectPct}
            error={errorOf('noEffectPct')}
          />
          <NumberInput
            name="targetExtraPosts"
            label="Extra posts to fill"
            hint="What would it cost to fill so many more posts? Answered in the result."
            defaultValue={draft.targetExtraPosts}
            error={errorOf('targetExtraPosts')}
          />
        </div>
      </fieldset>
      <div>
        <Button type="submit" id={fieldId(SAVE_FIELD)} disabled={pending}>
          {pending ? 'Running…' : 'Run the model'}
        </Button>
      </div>
    </form>
  );
}
