import { Button } from '@/components/ui/button';
import { LinkButton } from '@/components/ui/link-button';
import { Select } from '@/components/ui/select';
import { type QualityChoice, type QualityEntry, qualityHref } from '@/lib/contracts/quality';
import { CHECK_WORDS } from '@/lib/format/quality-words';
import { optionsOf } from './quality-groups';

const EVERY = { value: '', label: 'all' };

type QualityFormProps = { entries: readonly QualityEntry[]; choice: QualityChoice };

/** Dataset, indicator and kind. A plain form: the address holds the choice. */
export function QualityForm({ entries, choice }: QualityFormProps) {
  const { country, ...rest } = choice;
  const hasChoice = Object.values(rest).some((value) => value !== undefined);
  return (
    <form method="get" action="/data/quality" className="no-print flex flex-wrap items-end gap-3">
      {choice.country === 'england' ? null : <input type="hidden" name="country" value={choice.country} />}
      <div className="w-full min-w-0 sm:w-72">
        <Select
          name="source"
          label="Dataset"
          defaultValue={choice.source ?? ''}
          options={[
            EVERY,
            ...optionsOf(entries, ({ sourceId, sourceName }) => ({ value: sourceId, label: sourceName })),
          ]}
        />
      </div>
      <div className="w-full min-w-0 sm:w-72">
        <Select
          name="indicator"
          label="Indicator"
          defaultValue={choice.indicator ?? ''}
          options={[
            EVERY,
            ...optionsOf(
              entries.filter(({ indicatorId }) => indicatorId !== null),
              ({ indicatorId, indicatorName }) => ({ value: indicatorId ?? '', label: indicatorName ?? '' }),
            ),
          ]}
        />
      </div>
      <div className="w-full min-w-0 sm:w-72">
        <Select
          name="check"
          label="Kind"
          defaultValue={choice.check ?? ''}
          options={[EVERY, ...optionsOf(entries, ({ check }) => ({ value: check, label: CHECK_WORDS[check] }))]}
        />
      </div>
      <Button type="submit" variant="secondary">
        Show
      </Button>
      {hasChoice ? <LinkButton href={qualityHref({ country })}>Show all</LinkButton> : null}
    </form>
  );
}
