import { Callout } from '@/components/tremor/callout';
import { Disclosure } from '@/components/ui/disclosure';
import { NumberInput } from '@/components/ui/number-input';
import type { RecruitmentLevel } from '@/lib/contracts/scenario';
import type { ScenarioDraft } from '@/lib/contracts/scenario-form';
import { fieldId, type ScenarioFormData } from './form-data';

type PostsFieldsProps = {
  data: ScenarioFormData;
  round: ScenarioFormData['rounds'][number] | undefined;
  level: RecruitmentLevel;
  draft: ScenarioDraft;
  errorOf: (field: string) => string | undefined;
};

function RegionInputs({
  region,
  draft,
  errorOf,
}: Pick<PostsFieldsProps, 'draft' | 'errorOf'> & { region: { code: string; name: string } }) {
  const typed = draft.typed.find(({ areaCode }) => areaCode === region.code);
  const name = `typed:${region.code}`;
  return (
    <div className="flex flex-wrap items-end gap-3">
      <NumberInput
        name={`${name}:posts`}
        id={fieldId(`${name}:posts`)}
        label={`Posts, ${region.name}`}
        defaultValue={typed?.posts ?? ''}
        error={errorOf(`${name}:posts`)}
      />
      <NumberInput
        name={`${name}:accepts`}
        id={fieldId(`${name}:accepts`)}
        label={`Accepts, ${region.name}`}
        defaultValue={typed?.accepts ?? ''}
        error={errorOf(`${name}:accepts`)}
      />
    </div>
  );
}

/** The regions of the round: loaded ones with their source, the own region to type in where it isn't loaded. */
export function PostsFields({ data, round, level, draft, errorOf }: PostsFieldsProps) {
  const loaded = round?.regions ?? [];
  const isLoaded = loaded.some(({ areaCode }) => areaCode === data.area.code);
  return (
    <div className="flex flex-col gap-3">
      <h3 className="text-base">{`Posts and accepts at ${level}`}</h3>
      {loaded.length > 0 ? (
        <ul className="max-w-prose list-disc pl-5">
          {loaded.map(({ areaCode, areaName, posts, accepts, basis }) => (
            <li key={areaCode}>
              {`${areaName}: ${accepts} of ${posts} posts accepted, ${posts - accepts} unfilled`}
              <span className="text-sm text-muted">{` (${basis})`}</span>
            </li>
          ))}
        </ul>
      ) : null}
      <p className="max-w-prose text-sm text-muted">
        Regions that are neither loaded nor typed in take no part; they, other jobs and no job are “elsewhere”.
      </p>
      {isLoaded ? null : (
        <Callout tone="caution" title={`Posts and accepts of ${data.area.name} are not loaded`}>
          Type them in from your own recruitment records; they are kept with the run as your input.
        </Callout>
      )}
      {isLoaded ? null : <RegionInputs region={data.area} draft={draft} errorOf={errorOf} />}
      <Disclosure summary={isLoaded ? 'Type in other figures, or more regions' : 'Type in more regions'}>
        <div className="flex flex-col gap-3">
          <p className="max-w-prose text-sm text-muted">
            What you type replaces what is loaded, for this scenario only. Leave empty what you don’t know.
          </p>
          {data.regions
            .filter(({ code }) => isLoaded || code !== data.area.code)
            .map((region) => (
              <RegionInputs key={region.code} region={region} draft={draft} errorOf={errorOf} />
            ))}
        </div>
      </Disclosure>
    </div>
  );
}
