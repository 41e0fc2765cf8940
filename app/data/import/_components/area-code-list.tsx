import { AppLink } from '@/components/ui/app-link';
import type { AreaCode, AreaCodes } from '@/lib/contracts/area-code';
import type { AliasStatus } from '@/lib/domain/geography/area-alias';
import { formatDate, formatDateTime } from '@/lib/format/date';
import { AREA_TYPE_WORDS } from '@/lib/format/words';
import { AreaCodeForm } from './area-code-form';
import { DecideCode } from './decide-code';
import { OPERATOR } from './status-words';

const STATUS_WORDS: Readonly<Record<AliasStatus, string>> = {
  shipped: 'came with Stead',
  proposed: 'in use, needs confirmation',
  confirmed: 'confirmed',
  rejected: 'not in use',
};

const whoText = ({ status, source, changedAt, changedBy }: AreaCode): string => {
  if (status === 'shipped') return source;
  return `${source}. ${formatDateTime(changedAt.toISOString())}, by ${changedBy ?? OPERATOR}.`;
};

/** Codes that files use for areas beside those of the list, and what is left out because a code is of no area. */
export function AreaCodeList({ codes, leftOut, areas }: AreaCodes) {
  const options = areas.map(({ code, name, type }) => ({
    value: code,
    label: `${name} (${code})`,
    group: AREA_TYPE_WORDS[type],
  }));
  return (
    <section aria-labelledby="codes" className="flex max-w-3xl flex-col gap-3">
      <h2 id="codes" className="text-xl">
        Codes of areas
      </h2>
      <p>
        When an area gets a new code, files with it are read as files of that area. Figures, exports and addresses keep
        the code of the list of areas.
      </p>
      {leftOut.length > 0 ? (
        <div className="flex flex-col gap-2">
          <h3 className="text-lg">Published files with codes of no area</h3>
          <ul className="list-disc pl-5">
            {leftOut.map(({ importId, fileName, message }) => (
              <li key={`${importId} ${message}`}>
                <AppLink className="link" href={`/data/import/${importId}`}>
                  {fileName}
                </AppLink>
                {`: ${message}`}
              </li>
            ))}
          </ul>
        </div>
      ) : null}
      <ul className="flex flex-col gap-3">
        {codes.map((one) => (
          <li
            key={one.code}
            className="flex flex-col items-start justify-between gap-3 border-t border-line pt-3 sm:flex-row"
          >
            <div className="min-w-0 flex-1 break-words">
              <p className="font-semibold">{`${one.code}: ${one.areaName} (${one.areaCode}), ${STATUS_WORDS[one.status]}`}</p>
              <p className="text-sm text-muted">
                {`${one.validFrom === null ? '' : `From ${formatDate(one.validFrom)}. `}${whoText(one)}`}
              </p>
            </div>
            <DecideCode code={one.code} areaCode={one.areaCode} status={one.status} />
          </li>
        ))}
      </ul>
      <AreaCodeForm areas={options} />
    </section>
  );
}
