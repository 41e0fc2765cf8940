import type { CardFigureBlock, CardTable } from '@/lib/contracts/school-card';
import type { ColdSpotRow, HomeReach, SchoolReach } from '@/lib/contracts/school-reach';
import { countryOf } from '@/lib/domain/geography/area';
import type { Measure } from '@/lib/domain/measure/measure';
import { cohortYears } from '@/lib/format/journey-source-words';
import { measureText, rangeText } from '@/lib/format/measure-words';
import { formatNumber, formatShare } from '@/lib/format/number';
import { bandWords, CHANCE_WORDS, COLD_TITLE, coldTitle, EXPECTED_WORDS } from '@/lib/format/reach-words';
import { namesInWords, ratioText, rowsInWords, shareRow, shareText, shortened } from './card-words';
import { intervalRowsSvg } from './figures/interval-rows';

type Home = Extract<HomeReach, { kind: 'given' }>;

const localLine = (whence: string, { share, populationShare, ratio }: Home['nearby'], country: string): string => {
  const against =
    populationShare === null || share.kind !== 'value'
      ? ''
      : `; ${formatShare(populationShare)} of people aged 16 to 17 in ${country} live there: ${ratioText(ratio, 1)} times their share`;
  return `From ${whence}: ${shareText(share)}${share.kind === 'value' ? ' of entrants' : ''}${against}.`;
};

/** `41 km (38 to 44)`. */
const kmText = (km: Measure): string =>
  `${measureText(km, 0, ' km')}${km.kind === 'value' && km.interval ? ` (${rangeText(km, 0)})` : ''}`;

/** How far entrants come, and the local share beside the share of young people who live as near. */
/** Counts that round to 0 may hold people whom their sum doesn't. */
const entrantsText = (entrants: Measure): string =>
  entrants.kind === 'value' && entrants.interval
    ? `${measureText(entrants, 0)} (rounding leaves ${rangeText(entrants, 0)} possible)`
    : measureText(entrants, 0);

export const distanceBlock = ({ home, region, root }: SchoolReach): CardFigureBlock => {
  if (home.kind === 'absent') return { kind: 'absent', title: 'How far entrants come', words: home.words };
  const country = countryOf(root).inText;
  const rows = home.bands.map((band) => shareRow(bandWords(band), band.share));
  const { share } = home.nearby;
  const alt = `Entrants by distance from home to the school, with 95% intervals: ${rowsInWords(rows)}.`;
  const title =
    share.kind === 'value'
      ? `${formatShare(share.value, 0)} of entrants come from within 50 km`
      : 'How far entrants come';
  return {
    kind: 'given',
    figure: {
      title,
      alt,
      svg: intervalRowsSvg({ mark: 'bars', rows, axisLabel: '% of entrants', reference: null }, alt),
      caption: `Entrants by distance from home to the school: ${cohortYears(home.papers)}. 95% intervals.`,
    },
    lines: [
      `Entrants: ${entrantsText(home.entrants)}. Distance: median ${kmText(home.medianKm)}, mean ${kmText(home.meanKm)}.`,
      localLine('within 50 km', home.nearby, country),
      ...(home.ownRegion && region
        ? [localLine(`the school’s own region, ${shortened(region.name)}`, home.ownRegion, country)]
        : []),
    ],
  };
};

const MOST_COLD = 8;

const coldCells = ({ name, entrants, expected, shortfall, ratio, distanceKm }: ColdSpotRow): string[] => [
  shortened(name),
  measureText(entrants, 0),
  expected === null ? 'Not known' : formatNumber(expected, 0),
  shortfall === null ? 'Not known' : formatNumber(shortfall, 0),
  ratioText(ratio),
  distanceKm === null ? 'Not known' : formatNumber(distanceKm, 0),
];

const COLD_HEADER = ['Home authority', 'Sent', 'Expected', 'Shortfall', 'Sent ÷ expected (95% interval)', 'km'];

/** The authorities that fall shortest, and how many of them chance alone would make. */
export const coldBlock = ({ cold }: SchoolReach): CardTable => {
  if (cold.kind === 'absent') return { kind: 'absent', title: COLD_TITLE, words: cold.words };
  const all = cold.areas.filter(({ verdict }) => verdict === 'cold');
  const rows = all.slice(0, MOST_COLD);
  const left = all.slice(MOST_COLD).map(({ name }) => name);
  return {
    kind: 'given',
    title: coldTitle(all.length, cold.judged),
    header: COLD_HEADER,
    rows: rows.map(coldCells),
    lines: [
      ...(left.length > 0
        ? [
            `The ${rows.length} largest shortfalls are shown. Next: ${namesInWords(left)}; the list on the school’s page has all.`,
          ]
        : []),
      `${EXPECTED_WORDS} Why a place sends few isn’t known from counts.`,
      CHANCE_WORDS(cold),
    ],
  };
};
