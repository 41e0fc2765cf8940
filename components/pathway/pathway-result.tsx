import { PathwayDrawings, type PathwayResultProps } from './pathway-drawings';
import { PathwayNumbers } from './pathway-numbers';

/** What an option changes over the years: who gains, who loses, both purposes side by side, and what it costs. */
export function PathwayResultView({ result, areaCode, areaName }: PathwayResultProps) {
  return (
    <div className="@container flex min-w-0 flex-col gap-6">
      <PathwayNumbers result={result} areaName={areaName} />
      <PathwayDrawings result={result} areaCode={areaCode} areaName={areaName} />
    </div>
  );
}
