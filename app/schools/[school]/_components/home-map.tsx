import { absentCell } from '@/components/charts/chart-cell';
import { ChartFrame } from '@/components/charts/chart-frame';
import type { ValueFormat } from '@/components/charts/value-format';
import { BoundaryMap } from '@/components/maps/boundary-map';
import { BubbleMap } from '@/components/maps/bubble-map';
import type { MapArea } from '@/components/maps/map-rows';
import { RovingLinks } from '@/components/maps/roving-links';
import { TileMap } from '@/components/maps/tile-map';
import type { Home } from '@/components/tables/home-authority-list';
import { type LinkTab, LinkTabs } from '@/components/ui/link-tabs';
import type { BoundaryMap as Boundaries } from '@/lib/contracts/boundary-map';
import { regionHref } from '@/lib/contracts/regions-query';
import type { SchoolReach } from '@/lib/contracts/school-reach';
import { type SchoolQuery, schoolHref } from '@/lib/contracts/school-reach-query';
import { rangeText } from '@/lib/format/measure-words';
import { formatNumber } from '@/lib/format/number';
import { baseNote, framePapers, sourceNote } from './block-papers';
import { numberCell } from './number-cell';

type HomeMapProps = { school: SchoolReach['school']; home: Home; query: SchoolQuery; boundaries: Boundaries | null };

const MOST_TILES = 80;
const NOT_YEARLY =
  'Entrants of all the years shown, against the people aged 16 to 17 of the newest year that is loaded: not a rate for one year.';
const RATE: ValueFormat = { unit: 'per_10k', decimals: 1 };
const COUNT: ValueFormat = { unit: 'people', decimals: 0 };

/** Entrants by home authority: per young person where those are loaded, else as counts. */
export function HomeMap({ school, home, query, boundaries }: HomeMapProps) {
  const { authorities, papers, youngSource } = home;
  const hasRates = authorities.some(({ per10000 }) => per10000.kind === 'value');
  const areas = authorities.map(
    (one): MapArea => ({
      code: one.code,
      name: one.name,
      latitude: one.latitude,
      longitude: one.longitude,
      measure: hasRates ? one.per10000 : one.entrants,
      href: regionHref(one.code, {}),
      size: one.aged16To17,
    }),
  );
  const [title, alternative] = mapText(home, hasRates);
  const format = hasRates ? RATE : COUNT;
  const unit = hasRates ? 'Entrants per 10,000 people aged 16 to 17' : 'Entrants';
  const kinds = kindsFor(areas.length, boundaries);
  const kind = kinds.find((one) => one === query.map) ?? kinds[0] ?? 'bubbles';
  const tabs = kinds.map(
    (map): LinkTab => ({
      href: schoolHref(school.code, { ...query, map }),
      label: KIND_WORDS[map],
      current: map === kind,
    }),
  );
  return (
    <ChartFrame
      id="entrants-by-authority"
      title={title}
      alternative={alternative}
      unit={unit}
      {...framePapers(papers, school)}
      footnotes={[
        ...(hasRates ? [NOT_YEARLY] : []),
        ...baseNote('people aged 16 to 17', youngSource),
        sourceNote(papers),
      ]}
      credits={kind === 'boundaries' && boundaries ? boundaries.licence.split(/(?<=\.)\s+/) : []}
      table={homeTable(home)}
    >
      {tabs.length > 1 ? (
        <div className="pb-3">
          <LinkTabs label="Kind of map" tabs={tabs} />
        </div>
      ) : null}
      {kind === 'boundaries' && boundaries ? (
        <BoundaryMap
          id="homes"
          areas={areas}
          boundaries={boundaries}
          format={format}
          unit={unit}
          alternative={alternative}
        />
      ) : null}
      {kind === 'bubbles' ? (
        <RovingLinks>
          <BubbleMap
            id="homes"
            areas={areas}
            format={format}
            unit={unit}
            sizeText="people aged 16 to 17"
            alternative={alternative}
          />
        </RovingLinks>
      ) : null}
      {kind === 'tiles' ? (
        <RovingLinks>
          <TileMap id="homes" areas={areas} format={format} unit={unit} alternative={alternative} />
        </RovingLinks>
      ) : null}
    </ChartFrame>
  );
}

type Kind = SchoolQuery['map'];

const KIND_WORDS: Readonly<Record<Kind, string>> = {
  bubbles: 'Bubbles',
  tiles: 'Tiles',
  boundaries: 'Boundaries',
};

function kindsFor(count: number, boundaries: Boundaries | null): Kind[] {
  return [
    ...(boundaries ? (['boundaries'] as const) : []),
    'bubbles',
    ...(count <= MOST_TILES ? (['tiles'] as const) : []),
  ];
}

function mapText({ authorities }: Home, hasRates: boolean): [title: string, alternative: string] {
  const known = authorities
    .flatMap(({ name, per10000, entrants }) => {
      const measure = hasRates ? per10000 : entrants;
      return measure.kind === 'value' ? [{ name, value: measure.value }] : [];
    })
    .sort((a, b) => b.value - a.value);
  const [most] = known;
  const least = known.at(-1);
  if (!most || !least) return ['Entrants by home authority', 'No authority has a count that can be shown.'];
  const unit = hasRates ? ' per 10,000 people aged 16 to 17' : ' entrants';
  const write = (value: number) => formatNumber(value, hasRates ? 1 : 0);
  return [
    `${most.name} sends the most${hasRates ? ' for its young people' : ''}: ${write(most.value)}${unit}`,
    `${authorities.length} home authorities: from ${write(most.value)}${unit} in ${most.name} to ${write(least.value)} in ${least.name}; ${authorities.length - known.length} without a count that can be shown.`,
  ];
}

const homeTable = ({ authorities }: Home) => ({
  columns: [
    { label: 'Home authority' },
    { label: 'Entrants', numeric: true },
    { label: 'Per 10,000 aged 16 to 17', numeric: true },
    { label: '95% interval', numeric: true },
    { label: 'Distance, km', numeric: true },
    { label: 'People aged 16 to 17', numeric: true },
  ],
  rows: authorities.map(({ name, entrants, per10000, distanceKm, aged16To17 }) => [
    name,
    numberCell(entrants, 0),
    numberCell(per10000, 1),
    rangeText(per10000, 1),
    distanceKm === null
      ? absentCell('not_loaded', 'Not known')
      : { value: distanceKm, text: formatNumber(distanceKm, 0) },
    aged16To17 === null
      ? absentCell('not_loaded', 'Not loaded')
      : { value: aged16To17, text: formatNumber(aged16To17, 0) },
  ]),
});
