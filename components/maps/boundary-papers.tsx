import type { BoundaryMap } from '@/lib/contracts/boundary-map';
import { formatDate } from '@/lib/format/date';

/** Vintage and licence of the boundaries, as their publishers ask. */
export function BoundaryPapers({ boundaries }: { boundaries: BoundaryMap }) {
  const { fileName, releaseId, publishedOn, vintage, licence } = boundaries;
  const codes = vintage === null ? 'The file doesn’t say which year its codes are of.' : `Codes: ${vintage}.`;
  return (
    <div className="flex flex-col gap-1 text-sm text-muted">
      <p className="wrap-anywhere">
        {`Boundaries: ${fileName}, release ${releaseId}${publishedOn ? `, published ${formatDate(publishedOn)}` : ''}. ${codes} Simplified for the map.`}
      </p>
      <p>{licence}</p>
      <p className="needs-script">Tab enters the map; the arrow keys move from area to area.</p>
    </div>
  );
}
