import type { PrintedPurpose } from '@/lib/contracts/run-briefing';
import type { CardFigure } from '@/lib/contracts/school-card';
import type { AreaMeasure } from '@/lib/domain/pathway/outputs/area-measures';
import type { CountryMeasure } from '@/lib/domain/pathway/outputs/country-measures';
import type { PairedBands } from '@/lib/domain/pathway/outputs/draw-bands';
import { formatSigned } from '@/lib/format/number';
import {
  AREA_WORDS,
  areaSeries,
  COUNTRY_WORDS,
  countrySeries,
  lastOfferedYear,
  type MeasureWords,
  scaled,
} from '@/lib/format/pathway-series';
import { bandWords } from '@/lib/format/pathway-words';
import { fanSvg } from './figures/fan';
import { type RunBriefingInput, readFor } from './run-input';
import { CHANGE_HEADER, changeRow } from './run-tables';

/** Points: the whole width between the margins, and half of it. */
const WHOLE = { width: 482, height: 150 };
const HALF = { width: 238, height: 120 };

const BANDS = 'Line: median. Dark band: 80% of draws. Light band: 95%, from 256 draws. Thick line: no change.';

type Fan = {
  readonly title: string;
  readonly what: string;
  readonly words: MeasureWords;
  readonly size: { readonly width: number; readonly height: number };
};

function fanFigure(
  years: readonly PairedBands[],
  startYear: number,
  { title, what, words, size }: Fan,
): CardFigure | null {
  const points = years.map(({ difference }, at) => ({ year: startYear + at, band: scaled(difference, words.scale) }));
  const last = points.at(-1);
  if (!last) return null;
  const write = (value: number) => formatSigned(value, words.decimals);
  const inYears = points.map(({ year, band }) => `${year} ${bandWords(band, write)}`).join('; ');
  const alt = `${what}, change against no offer: ${inYears}.`;
  return {
    title,
    alt,
    svg: fanSvg({ points, decimals: words.decimals, ...size }, alt),
    caption: `${what}. ${BANDS}`,
  };
}

/** Change of posts filled over the years, as on the run's page. */
export function postsFan(input: RunBriefingInput): CardFigure | null {
  const { summary } = input.result;
  const { code, name } = readFor(input);
  return fanFigure(areaSeries(summary, code, 'postsFilled'), summary.startYear, {
    title: `Specialty posts filled in ${name}, change against no offer`,
    what: `Specialty posts filled a year in ${name}`,
    words: AREA_WORDS.postsFilled,
    size: WHOLE,
  });
}

const NEED_OF_AREA: readonly AreaMeasure[] = ['ftePer100kNeed', 'consultantFte', 'gpFte', 'ccts'];
const NEED: readonly CountryMeasure[] = ['needWeightedShortfall', 'slopeIndex'];
const CAREERS: readonly CountryMeasure[] = [
  'meanInclusiveValue',
  'worstInclusiveValue',
  'firstChoicesMet',
  'forcedMoves',
  'unplaced',
];

const rowAt = (label: string, words: MeasureWords, years: readonly PairedBands[], at = -1): string[][] => {
  const year = years.at(at);
  return year ? [changeRow(label, words, year)] : [];
};

/** Population need: a panel of its own. */
export function needPurpose(input: RunBriefingInput): PrintedPurpose {
  const { summary } = input.result;
  const { code, name } = readFor(input);
  return {
    title: `Population need: doctors in ${name}`,
    figure: fanFigure(areaSeries(summary, code, 'ftePer100kNeed'), summary.startYear, {
      title: 'Consultants and GPs',
      what: `Consultants and GPs, FTE per 100,000 need-weighted population of ${name}`,
      words: AREA_WORDS.ftePer100kNeed,
      size: HALF,
    }),
    table: {
      title: 'Need, in the last year',
      header: ['Need', ...CHANGE_HEADER],
      rows: [
        ...NEED_OF_AREA.flatMap((measure) =>
          rowAt(`${AREA_WORDS[measure].label}, ${name}`, AREA_WORDS[measure], areaSeries(summary, code, measure)),
        ),
        ...NEED.flatMap((measure) =>
          rowAt(`${COUNTRY_WORDS[measure].label}, country`, COUNTRY_WORDS[measure], countrySeries(summary, measure)),
        ),
      ],
      lines: [],
    },
  };
}

/** Satisfying careers: a panel of its own, of the same size. */
export function careersPurpose(input: RunBriefingInput): PrintedPurpose {
  const { summary } = input.result;
  const { code, name } = readFor(input);
  const { at, year } = lastOfferedYear(input.result);
  return {
    title: 'Satisfying careers: what choosing is worth',
    figure: fanFigure(countrySeries(summary, 'meanInclusiveValue'), summary.startYear, {
      title: 'What choosing a post is worth',
      what: 'What choosing a post is worth to a doctor, mean of all who apply at CT1/ST1, in thousandths of utility (26 are about 1% of basic pay)',
      words: COUNTRY_WORDS.meanInclusiveValue,
      size: HALF,
    }),
    table: {
      title: `Careers in ${year}, the last year of the offer`,
      header: ['Careers', ...CHANGE_HEADER],
      rows: [
        ...CAREERS.flatMap((measure) =>
          rowAt(COUNTRY_WORDS[measure].label, COUNTRY_WORDS[measure], countrySeries(summary, measure), at),
        ),
        ...rowAt(
          `${AREA_WORDS.yearsToCct.label}, ${name}`,
          AREA_WORDS.yearsToCct,
          areaSeries(summary, code, 'yearsToCct'),
          at,
        ),
      ],
      lines: [],
    },
  };
}
