import { download, forReadApi, parseQuery } from '@/app/_adapters/api';
import { choosePeers } from '@/app/regions/_components/peer-choice';
import { comparatorCodeOf } from '@/app/regions/[area]/_components/load-region';
import { spineFile } from '@/app/regions/[area]/_components/spine-file';
import { byDistance, toSpineTableRows } from '@/components/charts/spine-table-rows';
import { ComparisonFileQuery, comparatorYear, type RegionQuery } from '@/lib/contracts/regions-query';
import type { TableFile } from '@/lib/contracts/table-file';
import { listAreas } from '@/lib/data/areas';
import { NotFound } from '@/lib/data/errors';
import { getAreaProfile } from '@/lib/data/figures';
import { exportTable } from '@/lib/data/table-export';

type Context = { params: Promise<{ code: string }> };

/** The same rows as the page's table, from the same builders. */
async function readComparison(code: string, query: RegionQuery): Promise<TableFile> {
  const found = await getAreaProfile(code, comparatorCodeOf(query));
  const year = comparatorYear(query.compare ?? '');
  const profile = year === null ? found : { ...found, comparatorYear: year };
  if (profile.area.type === 'medical_school') throw new NotFound(`${code} is a school, not an area that is compared.`);
  const parent = profile.partOf.find(({ type, basis }) => type === 'nhs_region' && basis !== 'indicative');
  const [areas, region] = await Promise.all([
    listAreas([profile.area.type], { root: profile.area.root, on: profile.comparedOn }),
    parent ? getAreaProfile(parent.code, null) : null,
  ]);
  const figures = [...profile.figures, ...profile.peers];
  const peers = choosePeers({ code, areas, figures, indicators: profile.indicators, peers: query.peers });
  const rows = toSpineTableRows({
    profile,
    areaCount: areas.length,
    peersFor: peers.codesFor,
    ...(region ? { regionFigures: region.figures } : {}),
  });
  return spineFile(query.order === 'distance' ? byDistance(rows) : rows, { profile, peers, region });
}

export const GET = (request: Request, { params }: Context): Promise<Response> =>
  forReadApi(request, async () => {
    const { format, ...query } = parseQuery(request, ComparisonFileQuery);
    const { code } = await params;
    const table = await readComparison(code, { ...query, view: 'compare' });
    if (format === 'json') return Response.json(table);
    const name = `how-it-compares-${code}`;
    return download(await exportTable({ table, format, name, action: 'comparison.export', subject: code }));
  });
