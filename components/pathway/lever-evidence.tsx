import { ownParametersOf, rowsBehind, sharedParametersOf } from '@/lib/domain/levers/lever-basis';
import { LEVER_PARAMETERS } from '@/lib/domain/levers/lever-parameters';
import type { PathwayLever } from '@/lib/domain/levers/pathway-lever';
import { conversionLines, distributionWords } from '@/lib/format/evidence-words';
import { EvidenceRows } from './evidence-rows';
import { ParameterList } from './parameter-list';

/** Why a lever is as strong as it is: what it is made from and how uncertain that is, with the studies behind it. */
export function LeverEvidence({ lever }: { lever: PathwayLever }) {
  const shared = sharedParametersOf(lever).map((id) => {
    const { name, unit, distribution } = LEVER_PARAMETERS[id];
    return `${name}: ${distributionWords(distribution, unit)}`;
  });
  return (
    <div className="flex max-w-prose flex-col gap-4 text-sm">
      <p>{lever.caveat}</p>
      <p className="text-muted">{`Cost: ${lever.cost.basis}`}</p>
      <section className="flex flex-col gap-1">
        <h4 className="font-semibold">How it acts</h4>
        <ul className="list-disc pl-5">
          {conversionLines(lever).map((line) => (
            <li key={line}>{line}</li>
          ))}
        </ul>
        {shared.length > 0 ? (
          <>
            <p>In common with other levers, each drawn once for all (what they rest on is under Assumptions):</p>
            <ul className="list-disc pl-5 tabular-nums">
              {shared.map((line) => (
                <li key={line}>{line}</li>
              ))}
            </ul>
          </>
        ) : null}
      </section>
      <ParameterList title="Its own numbers" parameters={ownParametersOf(lever).map((id) => LEVER_PARAMETERS[id])} />
      <EvidenceRows codes={rowsBehind(lever)} />
    </div>
  );
}
