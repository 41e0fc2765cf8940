import type { MappingOffer } from '@/lib/import/saved-mapping';

const listed = (headers: readonly string[]): string => headers.map((header) => `“${header}”`).join(', ');

/** Why a source whose columns are known is asked again. */
export function OfferNote({ offer: { source, added, gone }, wasUsed }: { offer: MappingOffer; wasUsed: boolean }) {
  if (wasUsed) return <p>It was read with these columns. Where one is wrong, change it here.</p>;
  const changes = [
    ...(added.length > 0 ? [`new: ${listed(added)}`] : []),
    ...(gone.length > 0 ? [`no longer there: ${listed(gone)}`] : []),
  ];
  return (
    <p>
      {changes.length > 0
        ? `The headers are not those that the mapping of ${source} was saved for (${changes.join('; ')}). Its choices are filled in: check them.`
        : `The mapping of ${source} fits these headers, and another source’s does too and says otherwise. Say which source it is.`}
    </p>
  );
}
