import { LinkTabs } from '@/components/ui/link-tabs';
import type { Vintage } from '@/lib/contracts/region';
import { type RegionsQuery, regionsHref } from '@/lib/contracts/regions-query';
import { isValidOn } from '@/lib/domain/geography/validity';
import { formatDate } from '@/lib/format/date';

/** The list of a day; the one shown anyway where no day, or one without areas, is asked for. */
export const vintageOn = (vintages: readonly Vintage[], on: string | undefined): Vintage | null =>
  vintages.find(({ from, to }) => on !== undefined && isValidOn({ validFrom: from, validTo: to }, on)) ??
  vintages.find(({ isShown }) => isShown) ??
  null;

const label = ({ count, from, to }: Vintage): string =>
  to === null ? `${count} from ${from ? formatDate(from) : 'the start'}` : `${count} to ${formatDate(to)}`;

/** Where areas of the kind have changed: which list of them is shown. Nothing where there is only one. */
export function VintageTabs({ query, vintages }: { query: RegionsQuery; vintages: readonly Vintage[] }) {
  if (vintages.length < 2) return null;
  const current = vintageOn(vintages, query.on);
  return (
    <>
      <LinkTabs
        label="Areas as they were"
        tabs={vintages.map((vintage) => ({
          href: regionsHref({
            country: query.country,
            type: query.type,
            indicator: query.indicator,
            view: query.view,
            on: vintage.isShown ? undefined : (vintage.from ?? vintage.to ?? undefined),
          }),
          label: label(vintage),
          current: vintage === current,
        }))}
      />
      {current?.isShown === false && current.newCount > 0 ? (
        <p className="max-w-prose text-sm text-muted">
          {current.newCount} of these {current.count} areas are new or have a new boundary. Their figures are re-based
          from the areas before them, and marked as derived; what can’t be re-based is not loaded. The page of each area
          says what it was made from, and what of that needs confirmation.
        </p>
      ) : null}
    </>
  );
}
