import { ORRINMARK } from '@/lib/domain/geography/area';
import { SOURCE_ID } from './area-files';
import type { Country, People } from './country';
import { type CsvCell, csvLine } from './csv-line';
import { roundTo } from './draw';
import { type GpSupply, gpSupplies, gpsPer10k } from './gp-supply';
import type { DemonstrationModel } from './model';

export const OBSERVATIONS_HEADER =
  'indicator_id,area_code,period_label,period_start,period_end,breakdown,numerator,denominator,value,status,provenance,release_id,note';
export const SOURCES_HEADER = 'id,name,publisher,url,licence,rule_set,note';
export const RELEASES_HEADER = 'id,source_id,title,published_on,note';
export const RELEASE_ID = 'demonstration-country-1';

interface Figure {
  readonly indicator: string;
  readonly area: string;
  readonly breakdown?: string;
  readonly numerator?: number;
  readonly denominator?: number;
  readonly value: number;
}

const PERIOD: readonly CsvCell[] = ['2025', '2025-06-30', '2025-06-30'];
const END: readonly CsvCell[] = ['value', 'demonstration', RELEASE_ID, null];

const line = ({ indicator, area, breakdown = 'all', numerator, denominator, value }: Figure): string =>
  csvLine([indicator, area, ...PERIOD, breakdown, numerator ?? null, denominator ?? null, value, ...END]);

interface Peopled extends People {
  readonly code: string;
}

function* placeFigures({ code: area, ...people }: Peopled): Generator<Figure> {
  const { residents } = people;
  const deprived = people.residentsByFifth[0];
  yield { indicator: 'imd-score', area, value: people.deprivationScore };
  yield { indicator: 'population', area, value: residents };
  yield { indicator: 'rural-share', area, denominator: residents, value: people.ruralPct };
  yield {
    indicator: 'pop-most-deprived-fifth',
    area,
    denominator: residents,
    value: roundTo((100 * deprived) / residents, 2),
  };
}

/** People aged 16 to 17, whole and by fifth, sex and ethnic group: the population that entrants are compared with. */
function* youngFigures({ code: area, aged16To17, women, nonWhite, ...people }: Peopled): Generator<Figure> {
  const indicator = 'population-16-17';
  yield { indicator, area, value: aged16To17 };
  for (const [i, value] of people.aged16To17ByFifth.entries())
    yield { indicator, area, breakdown: `fifth-${i + 1}`, value };
  yield { indicator, area, breakdown: 'female', value: women };
  yield { indicator, area, breakdown: 'male', value: aged16To17 - women };
  yield { indicator, area, breakdown: 'non-white', value: nonWhite };
  yield { indicator, area, breakdown: 'white', value: aged16To17 - nonWhite };
  yield {
    indicator: 'non-white-share-16-17',
    area,
    numerator: nonWhite,
    denominator: aged16To17,
    value: (100 * nonWhite) / aged16To17,
  };
}

/** Need grows by 1.2 % for each point of deprivation; the country is 1. */
const need = (score: number): number => Math.exp(0.012 * score);

function* needFigures(areas: readonly Peopled[], country: People): Generator<Figure> {
  const mean = areas.reduce((total, one) => total + one.residents * need(one.deprivationScore), 0) / country.residents;
  for (const { code: area, residents, deprivationScore } of areas) {
    const numerator = Math.round((residents * need(deprivationScore)) / mean);
    const value = roundTo(numerator / residents, 4);
    yield { indicator: 'need-index-core', area, numerator, denominator: residents, value };
  }
}

function* gpFigures(area: string, supply: GpSupply): Generator<Figure> {
  for (const fifth of [null, 0, 1, 2, 3, 4]) {
    const value = gpsPer10k(supply, fifth);
    const breakdown = fifth === null ? 'all' : `fifth-${fifth + 1}`;
    if (value !== null) yield { indicator: 'gp-fte-per-10k', area, breakdown, value };
  }
}

/** What the registers of schools and foundation areas show beside the name. */
function* placesFigures({ schools, foundationAreas }: Country): Generator<Figure> {
  for (const { code: area, founded, annualIntake } of schools) {
    yield { indicator: 'school-founded', area, value: founded };
    yield { indicator: 'annual-intake', area, value: annualIntake };
  }
  for (const { code: area, annualPlaces: value } of foundationAreas)
    yield { indicator: 'annual-foundation-places', area, value };
}

/** Lines of `observations.csv`, in the columns of the published pack. */
export function* observationLines({ country, effects, seed }: DemonstrationModel): Generator<string> {
  yield OBSERVATIONS_HEADER;
  const whole: Peopled = { ...country, code: ORRINMARK };
  for (const area of [whole, ...country.regions, ...country.boards, ...country.authorities]) {
    for (const figure of placeFigures(area)) yield line(figure);
    for (const figure of youngFigures(area)) yield line(figure);
  }
  for (const figure of placesFigures(country)) yield line(figure);
  const { residents } = country;
  yield line({
    indicator: 'need-index-core',
    area: ORRINMARK,
    numerator: residents,
    denominator: residents,
    value: 1,
  });
  for (const areas of [country.regions, country.boards])
    for (const figure of needFigures(areas, country)) yield line(figure);
  const gps = gpSupplies(country, effects.gpPerFifth, seed);
  for (const figure of gpFigures(ORRINMARK, gps.country)) yield line(figure);
  for (const [areas, supplies] of [
    [country.regions, gps.regions],
    [country.boards, gps.boards],
  ] as const) {
    for (const [i, { code }] of areas.entries()) {
      const supply = supplies[i];
      if (supply !== undefined) for (const figure of gpFigures(code, supply)) yield line(figure);
    }
  }
}

/** Lines of `sources.csv`: one source, for everything of the country. */
export function* sourceLines(): Generator<string> {
  yield SOURCES_HEADER;
  const note = 'Invented by a documented model. Nothing in it is about a real place or person.';
  yield csvLine([SOURCE_ID, 'Demonstration country', 'Stead project', null, 'Invented figures', 'none', note]);
}

/** Lines of `releases.csv`: the release that `observations.csv` belongs to. */
/** Its note says the scale where that isn't 1: files of one country are of one scale. */
export function* releaseLines(scale: number): Generator<string> {
  yield RELEASES_HEADER;
  const note = scale === 1 ? null : `Scale ${scale}: people and posts times ${scale}`;
  yield csvLine([RELEASE_ID, SOURCE_ID, 'Demonstration country: places and people', '2026-01-31', note]);
}

/** The scale that the release's note says. */
export const scaleOf = (note: string | null): number => Number(note?.match(/^Scale (\d+):/)?.[1] ?? 1);
