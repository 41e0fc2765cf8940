import { type PeerChoice, SHOWN_SIMILAR } from '@/app/regions/_components/peer-choice';
import { PeersForm } from '@/app/regions/_components/peers-form';
import { AppLink } from '@/components/ui/app-link';
import { DataTable } from '@/components/ui/data-table';
import { tableFiles } from '@/lib/contracts/page-tables';
import { type AreaProfile, ComparedType } from '@/lib/contracts/region';
import { type RegionQuery, regionHref, regionsHref } from '@/lib/contracts/regions-query';
import type { Area } from '@/lib/domain/geography/area';
import type { ContextGap, SimilarAreas as Similar, SimilarArea } from '@/lib/domain/indicators/similar-areas';
import { formatInUnit, formatNumber } from '@/lib/format/number';
import { listInWords } from '@/lib/format/words';

type SimilarAreasProps = { profile: AreaProfile; areas: readonly Area[]; peers: PeerChoice; query: RegionQuery };

const WHY_NONE: Readonly<Record<Extract<Similar, { kind: 'none' }>['reason'], string>> = {
  unknown_area: 'This area is not one of the areas compared.',
  too_few_variables: 'Fewer than three context variables are loaded for every area of this kind.',
  too_few_areas: 'There are too few areas of this kind.',
};

/** The nearest areas in context, why they are near, and the reader's own choice in their place. */
export function SimilarAreas({ profile, areas, peers, query }: SimilarAreasProps) {
  if (areas.length < 2) return null;
  const similar = peers.nearest(SHOWN_SIMILAR);
  const isCompared = ComparedType.safeParse(profile.area.type);
  const nameOf = (code: string) => areas.find((area) => area.code === code)?.name ?? code;
  return (
    <section aria-labelledby="similar" className="flex flex-col gap-3">
      <h2 id="similar" className="scroll-mt-24 text-xl">
        Similar areas
      </h2>
      {similar.kind === 'none' ? (
        <p className="text-muted">{`Not computed. ${WHY_NONE[similar.reason]}`}</p>
      ) : (
        <>
          <p className="max-w-prose text-sm text-muted">
            {`Nearest in ${listInWords(similar.variables)}, each standardised over all areas of this kind (Euclidean distance). An indicator never chooses the areas that it is compared with. Similar is no judgement on performance.`}
          </p>
          <DataTable
            caption={`Areas most similar to ${profile.area.name}`}
            captionHidden
            columns={[
              {
                key: 'area',
                header: 'Area',
                cell: ({ code }: SimilarArea) => (
                  <a href={regionHref(code, {})} className="link">
                    {nameOf(code)}
                  </a>
                ),
              },
              {
                key: 'distance',
                header: 'Distance',
                numeric: true,
                cell: ({ distance }: SimilarArea) => formatNumber(distance, 2),
              },
              {
                key: 'closest',
                header: 'Most alike in',
                cell: ({ closest }: SimilarArea) => (
                  <ul>
                    {closest.map((gap) => (
                      <li key={gap.id}>{gapText(gap, profile)}</li>
                    ))}
                  </ul>
                ),
              },
              {
                key: 'furthest',
                header: 'Differs most in',
                cell: ({ furthest }: SimilarArea) => gapText(furthest, profile),
              },
            ]}
            rows={similar.areas}
            rowKey={({ code }) => code}
            download={{ what: 'these areas', files: tableFiles('similar-areas', { area: profile.area.code }) }}
          />
        </>
      )}
      <PeersForm
        action={regionHref(profile.area.code, {})}
        kept={{ view: query.view, compare: query.compare, order: query.order === 'group' ? undefined : query.order }}
        areas={areas}
        own={profile.area.code}
        peers={peers}
        resetHref={regionHref(profile.area.code, { ...query, peers: '' })}
      />
      {peers.kind === 'chosen' && isCompared.success ? (
        <p className="text-sm">
          <AppLink
            className="link"
            href={regionsHref({
              type: isCompared.data,
              on: profile.comparedOn ?? undefined,
              area: profile.area.code,
              peers: query.peers,
              view: 'rug',
            })}
          >
            See your peers among all areas
          </AppLink>
        </p>
      ) : null}
    </section>
  );
}

function gapText({ id, label, own, other }: ContextGap, { indicators }: AreaProfile): string {
  const indicator = indicators.find((entry) => entry.id === id);
  if (!indicator) return label;
  const write = (value: number) => formatInUnit(value, indicator.unit, indicator.decimals);
  return `${label}: ${write(other)}, here ${write(own)}`;
}
