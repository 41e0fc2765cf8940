import { type BuilderDraft, leversOf, type ReadyForm, suggestedName } from '@/components/pathway/builder-state';
import { MOST_COMPARED } from '@/components/pathway/compared-choice';
import { Button } from '@/components/ui/button';
import { ErrorSummary } from '@/components/ui/error-summary';
import { TextInput } from '@/components/ui/text-input';
import type { FieldError } from '@/lib/contracts/scenario-form';

type SaveFormProps = {
  form: ReadyForm;
  draft: BuilderDraft;
  scenarioId: string | null;
  basedOn: string | null;
  isFrozen: boolean;
  today: string;
  errors: readonly FieldError[];
  pending: boolean;
  save: (form: FormData) => void;
  onName: (name: string) => void;
};

/** A name, and the two ways to run what was built. */
export function SaveForm(props: SaveFormProps) {
  const { form, draft, scenarioId, basedOn, isFrozen, today, errors, pending, save, onName } = props;
  // Until it is typed, the name says when and what; a saved scenario keeps its own.
  const name = draft.name || suggestedName(draft, form, today);
  const payload = { scenarioId, basedOn, areaCode: form.area.code, name, scenario: draft.scenario };
  const levers = leversOf(draft.scenario).length;
  const canCompare = levers > 1 && scenarioId === null;
  return (
    <form action={save} className="flex flex-col gap-3 border-t border-line pt-4">
      <ErrorSummary
        title="The scenario was not saved"
        errors={errors.map(({ field, message }) => ({ fieldId: field === 'name' ? 'name' : 'levers', message }))}
      />
      <input type="hidden" name="draft" value={JSON.stringify(payload)} />
      <TextInput
        name="name"
        label="Name of the scenario"
        hint="Date, variant, purpose. None is ever final."
        value={name}
        error={errors.find(({ field }) => field === 'name')?.message}
        onChange={({ currentTarget }) => onName(currentTarget.value)}
        required
      />
      <div className="flex flex-wrap gap-3">
        <Button type="submit" disabled={pending || isFrozen}>
          {pending ? 'Saving…' : 'Save and run'}
        </Button>
        {canCompare && levers <= MOST_COMPARED ? (
          <Button type="submit" variant="secondary" name="each" value="yes" disabled={pending}>
            Run each on its own and compare
          </Button>
        ) : null}
      </div>
      {canCompare && levers > MOST_COMPARED ? (
        <p className="text-sm text-muted">
          Four levers at most can be run each on its own and compared; the run itself takes all of them apart.
        </p>
      ) : null}
      {isFrozen ? <p className="text-sm">This scenario is frozen: duplicate it to change it.</p> : null}
    </form>
  );
}
