import { Disclosure } from '@/components/ui/disclosure';
import { MODEL_SUBJECTS } from '@/lib/domain/levers/evidence/model-subjects';
import { LEVER_PARAMETERS } from '@/lib/domain/levers/lever-parameters';
import { RATE_PARAMETERS } from '@/lib/domain/pathway-rates/rate-parameters';
import { EvidenceRows } from './evidence-rows';
import { ParameterList } from './parameter-list';

/** What the model rests on besides its levers: a drawer for each subject, with its numbers and rows of evidence. */
export function ModelEvidence() {
  return (
    <section className="flex flex-col gap-1">
      <h3 className="text-base font-semibold">What these rest on</h3>
      {MODEL_SUBJECTS.map(({ id, name, about, levers, rates, rows }) => (
        <Disclosure key={id} summary={name}>
          <div className="flex max-w-prose flex-col gap-4 text-sm">
            <p>{about}</p>
            <ParameterList
              title="Its numbers"
              parameters={[...levers.map((one) => LEVER_PARAMETERS[one]), ...rates.map((one) => RATE_PARAMETERS[one])]}
            />
            <EvidenceRows codes={rows} />
          </div>
        </Disclosure>
      ))}
    </section>
  );
}
