import type { Figure, FigureFlag } from '@/lib/contracts/figure';
import { qualityHref } from '@/lib/contracts/quality';
import type { Root } from '@/lib/domain/geography/area';
import { CHECK_WORDS } from '@/lib/format/quality-words';

/** An old figure is greyed and dated anyway. */
const flagsOf = ({ quality = [], stale }: Figure): FigureFlag[] =>
  quality.filter(({ check }) => !(stale && check === 'stale_source'));

const rootOf = ({ provenance }: Figure): Root => (provenance === 'demonstration' ? 'demonstration' : 'england');

export const hasQualityMark = (figure: Figure): boolean => flagsOf(figure).length > 0;

/** A quiet mark beside a figure: what the checks of data quality found, in words, folded. */
export function QualityMark({ figure }: { figure: Figure }) {
  const flags = flagsOf(figure);
  if (flags.length === 0) return null;
  return (
    <details className="text-sm font-normal text-muted">
      <summary className="min-h-6">{`Check: ${flags.map(({ check }) => CHECK_WORDS[check]).join(', ')}`}</summary>
      <ul className="mt-1 flex flex-col gap-1">
        {flags.map(({ check, detail }) => (
          <li key={`${check} ${detail}`}>{detail}</li>
        ))}
      </ul>
      <a className="link" href={qualityHref({ country: rootOf(figure), indicator: figure.indicatorId })}>
        what to do about it
      </a>
    </details>
  );
}
