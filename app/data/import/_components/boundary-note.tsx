import { BOUNDARY_DATASETS } from '@/lib/import/boundary-datasets';

/** Which files add maps of real boundaries. */
export function BoundaryNote() {
  return (
    <p className="max-w-prose text-sm text-muted">
      {`Maps of real boundaries come with a GeoJSON file in longitude and latitude (WGS84), one for each kind of area: ${BOUNDARY_DATASETS.map(({ title }) => title.toLowerCase().replace('nhs', 'NHS')).join(', ')}. The generalised files of the Office for National Statistics (BGC or BUC) are enough. The map is offered under Regions as soon as the file is published.`}
    </p>
  );
}
