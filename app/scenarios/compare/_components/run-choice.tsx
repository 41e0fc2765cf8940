import { Button } from '@/components/ui/button';
import { Checkbox } from '@/components/ui/checkbox';
import { EmptyState } from '@/components/ui/empty-state';
import type { RunChoice } from '@/lib/data/pathway-runs';
import { formatDateTime } from '@/lib/format/date';

type RunChoicesProps = { choices: readonly RunChoice[]; chosen: readonly string[] };

/** Which runs to compare; without script too. */
export function RunChoices({ choices, chosen }: RunChoicesProps) {
  return (
    <form method="get" className="flex flex-col gap-2">
      <fieldset className="flex flex-col">
        <legend className="text-base font-semibold">Runs to compare, at most four</legend>
        {choices.map(({ id, name, areaName, createdAt }) => (
          <Checkbox
            key={id}
            id={`run-${id}`}
            name="runs"
            value={id}
            label={name}
            hint={`${areaName}, ${formatDateTime(createdAt)}`}
            defaultChecked={chosen.includes(id)}
          />
        ))}
      </fieldset>
      {choices.length > 0 ? (
        <div>
          <Button type="submit" variant="secondary">
            Compare
          </Button>
        </div>
      ) : (
        <EmptyState title="No run yet">Save and run a scenario first; its run is then listed here.</EmptyState>
      )}
    </form>
  );
}
