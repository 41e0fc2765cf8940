import { z } from 'zod';
import type { TokenScope } from '@/lib/domain/access/access';
import type { AnswerName } from './api-answers';
import { AreasQuery, FormatQuery } from './api-queries';
import { CountApiQuery } from './count-table';
import { CountryQuery } from './country-query';
import { FiguresQuery } from './figures-query';
import { JobsApiQuery } from './job-representation';
import { JourneyTableApiQuery } from './journeys';
import { QualityFileQuery } from './quality';
import { ComparisonFileQuery } from './regions-query';
import { ColdSpotsQuery, SchoolPeriodQuery } from './school-reach-query';

const NoQuery = z.strictObject({});

export type ApiParameter = { name: string; about: string; example: string };

export type ApiRoute = {
  /** As the folders below `app` name it, `{name}` for a part that varies. */
  path: string;
  summary: string;
  about: string;
  parameters: readonly ApiParameter[];
  query: z.ZodType;
  /** What a token must be for; null where anybody may read. */
  scope: TokenScope | null;
  answer: AnswerName | null;
  /** Media types beside the answer's JSON; `application/x-ndjson` holds one answer per line. */
  media: readonly ('application/json' | 'text/csv' | 'xlsx' | 'application/pdf' | 'application/x-ndjson')[];
  /** Path and query that a reader can try. */
  example: string;
};

const TABLE = ['application/json', 'text/csv', 'xlsx'] as const;
const JSON_ONLY = ['application/json'] as const;

const RUN: ApiParameter = {
  name: 'runId',
  about: 'Id of a run: 20 hexadecimal digits.',
  example: '0123456789abcdef0123',
};
const BRIEFING: ApiParameter = {
  name: 'id',
  about: 'Id of a briefing.',
  example: '3f2b8f0e-3f6f-4a58-9a4e-0f7d3c1f2a11',
};

/** Every address of the read API. A test fails for a route that isn't in here. */
export const API_ROUTES: readonly ApiRoute[] = [
  {
    path: '/api/v1/areas',
    summary: 'Areas of a type',
    about:
      'Areas of one type, by name, each with its first and last day and the areas that took it over, with their shares of its residents. `on` asks for the areas of a day: boards change. The files have the areas of all times, without successors.',
    parameters: [],
    query: AreasQuery,
    scope: 'figures',
    answer: 'AreasAnswer',
    media: TABLE,
    example: '/api/v1/areas?type=icb&on=2026-03-31',
  },
  {
    path: '/api/v1/areas/{code}/comparison',
    summary: 'How an area compares',
    about:
      'Every indicator of a region, board or authority beside its comparator, England, the UK, the range of its kind and its peers: the table of the compare view.',
    parameters: [{ name: 'code', about: 'Code of the area.', example: 'TR-yorkshire-and-the-humber' }],
    query: ComparisonFileQuery,
    scope: 'figures',
    answer: 'TableFile',
    media: TABLE,
    example: '/api/v1/areas/TR-yorkshire-and-the-humber/comparison?order=distance&format=csv',
  },
  {
    path: '/api/v1/indicators',
    summary: 'Definitions',
    about: 'Every indicator with its definition, in catalogue order.',
    parameters: [],
    query: FormatQuery,
    scope: 'figures',
    answer: 'IndicatorsAnswer',
    media: TABLE,
    example: '/api/v1/indicators',
  },
  {
    path: '/api/v1/figures',
    summary: 'Figures with their papers',
    about:
      'Published figures of an indicator, a type of area or one area, each with period, interval, source, licence, disclosure rule and release. A figure that is suppressed, low or not applicable says so and has no number.',
    parameters: [],
    query: FiguresQuery,
    scope: 'figures',
    answer: 'FiguresAnswer',
    media: TABLE,
    example: '/api/v1/figures?indicator=imd-score&type=training_region&period=latest',
  },
  {
    path: '/api/v1/quality',
    summary: 'What checks of data quality found',
    about:
      'Flags of the figures that are loaded, by indicator, and of the files that they came in, by dataset and release: ranges, jumps, missing areas, totals, overlapping levels, figures given twice, old sources. A flag never holds the value of a figure that is not shown.',
    parameters: [],
    query: QualityFileQuery,
    scope: 'figures',
    answer: 'QualityAnswer',
    media: TABLE,
    example: '/api/v1/quality?check=missing_area&format=csv',
  },
  {
    path: '/api/v1/counts',
    summary: 'Tables of counts of people',
    about: 'The tables that your roles may see, with their periods.',
    parameters: [],
    query: NoQuery,
    scope: 'counts',
    answer: 'CountTablesAnswer',
    media: JSON_ONLY,
    example: '/api/v1/counts',
  },
  {
    path: '/api/v1/counts/{shape}',
    summary: 'One table of counts',
    about: 'Counts as protected when they were published; a hidden count has a status and no number.',
    parameters: [
      { name: 'shape', about: 'Name of the table, from the list of tables.', example: 'home_area_by_school' },
    ],
    query: CountApiQuery,
    scope: 'counts',
    answer: 'CountTableView',
    media: TABLE,
    example: '/api/v1/counts/home_area_by_school?level=icb&format=csv',
  },
  {
    path: '/api/v1/journeys',
    summary: 'Tables of journeys',
    about:
      'The tables of journeys from home to medical school, training and career that your roles may see, with their periods and what they were made from.',
    parameters: [],
    query: CountryQuery,
    scope: 'counts',
    answer: 'JourneyTablesAnswer',
    media: JSON_ONLY,
    example: '/api/v1/journeys',
  },
  {
    path: '/api/v1/journeys/jobs',
    summary: 'Who does which job',
    about:
      'Each group’s share of each job ÷ its share of a named base, with 95% intervals, by sex, ethnic group and deprivation fifth: the panel of the screen, from protected tables. `across` chooses the jobs, `period` narrows it to years of entry. With people of fewer than three schools nothing is given. No cause is named.',
    parameters: [],
    query: JobsApiQuery,
    scope: 'counts',
    answer: 'JobRepresentationView',
    media: JSON_ONLY,
    example: '/api/v1/journeys/jobs?across=specialty_group',
  },
  {
    path: '/api/v1/journeys/{shape}',
    summary: 'One table of journeys',
    about:
      'Counts as published: protected together with all other tables of the same people. `clock` and `period` narrow it to years of entry or of foundation training, one of `sex`, `ethnicity`, `quintile` and `route` to a group, `from` to one row and `to` to one column. There are no totals: add the cells.',
    parameters: [
      { name: 'shape', about: 'Name of the table, from the list of tables.', example: 'home_region_by_school_region' },
    ],
    query: JourneyTableApiQuery,
    scope: 'counts',
    answer: 'JourneyTableView',
    media: TABLE,
    example: '/api/v1/journeys/home_region_by_school_region?format=csv',
  },
  {
    path: '/api/v1/findings',
    summary: 'Published findings, tested on what is loaded',
    about:
      'Each claim of the two research summaries that data can test: the test, its effect with a 95% interval, the verdict, on which data, what may not be concluded, and the loaded journeys’ own of the published national figures. In the demonstration country every verdict is `demonstration_only`.',
    parameters: [],
    query: CountryQuery,
    scope: 'figures',
    answer: 'FindingsAnswer',
    media: JSON_ONLY,
    example: '/api/v1/findings',
  },
  {
    path: '/api/v1/schools/{code}/reach',
    summary: 'Where a medical school recruits and where its graduates go',
    about:
      'Everything on the school’s page: entrants by home authority and distance, who they are against a named population, cold spots, destinations, footprint. Each reader gets what they may see there; a token reads as one who plans training, or as an analyst: a school’s cross-tabs stay on its own page. `period` narrows it to years of entry.',
    parameters: [{ name: 'code', about: 'Code of a medical school.', example: 'university-of-leeds' }],
    query: SchoolPeriodQuery,
    scope: 'counts',
    answer: 'SchoolReach',
    media: JSON_ONLY,
    example: '/api/v1/schools/university-of-leeds/reach',
  },
  {
    path: '/api/v1/schools/{code}/cold-spots',
    summary: 'Authorities that send a medical school fewer entrants than expected',
    about:
      'Every home authority with its entrants, the number expected from distance and young people alone, their ratio with a 95% interval and what it says; those that send fewer than expected first. Deprivation isn’t part of what is expected, and no cause is named. `period` narrows it to years of entry. For those who plan training, and analysts; school staff download it from their school’s page.',
    parameters: [{ name: 'code', about: 'Code of a medical school.', example: 'university-of-leeds' }],
    query: ColdSpotsQuery,
    scope: 'counts',
    answer: 'ColdSpotsAnswer',
    media: TABLE,
    example: '/api/v1/schools/university-of-leeds/cold-spots?format=csv',
  },
  {
    path: '/api/v1/schools/{code}/card',
    summary: 'A medical school’s card as PDF',
    about:
      'Two tagged A4 pages: where the school’s entrants come from, who they are against a named population, its cold spots, where its graduates go, and what may not be concluded. Each reader gets what they may see on the school’s page: its cross-tabs are for its own staff and analysts. `period` narrows it to years of entry.',
    parameters: [{ name: 'code', about: 'Code of a medical school.', example: 'university-of-leeds' }],
    query: SchoolPeriodQuery,
    scope: 'counts',
    answer: null,
    media: ['application/pdf'],
    example: '/api/v1/schools/university-of-leeds/card',
  },
  {
    path: '/api/v1/scenarios',
    summary: 'Scenarios',
    about: 'Scenarios of the training regions in your scope, newest first.',
    parameters: [],
    query: NoQuery,
    scope: 'scenarios',
    answer: 'ScenariosAnswer',
    media: JSON_ONLY,
    example: '/api/v1/scenarios',
  },
  {
    path: '/api/v1/scenarios/{id}',
    summary: 'One scenario',
    about: 'Inputs and runs of a scenario in your scope.',
    parameters: [{ name: 'id', about: 'Id of a scenario.', example: '3f2b8f0e-3f6f-4a58-9a4e-0f7d3c1f2a11' }],
    query: NoQuery,
    scope: 'scenarios',
    answer: 'ScenarioAnswer',
    media: JSON_ONLY,
    example: '/api/v1/scenarios/3f2b8f0e-3f6f-4a58-9a4e-0f7d3c1f2a11',
  },
  {
    path: '/api/v1/runs/{runId}',
    summary: 'One run',
    about: 'Receipt and result of a run; as a file, its result with one line per measure.',
    parameters: [RUN],
    query: FormatQuery,
    scope: 'scenarios',
    answer: 'RunAnswer',
    media: TABLE,
    example: '/api/v1/runs/0123456789abcdef0123?format=xlsx',
  },
  {
    path: '/api/v1/runs/{runId}/stream',
    summary: 'A run while it is computed',
    about: 'One line of JSON for each partial result, the last one with the result that is stored.',
    parameters: [RUN],
    query: NoQuery,
    scope: 'scenarios',
    answer: 'RunStreamLine',
    media: ['application/x-ndjson'],
    example: '/api/v1/runs/0123456789abcdef0123/stream',
  },
  {
    path: '/api/v1/pathway-runs/{runId}',
    summary: 'One run of the pathway',
    about:
      'Inputs and result of a run of the pathway of your region, or one that you were sent. Input and result have published schemas.',
    parameters: [RUN],
    query: NoQuery,
    scope: 'scenarios',
    answer: 'PathwayRunAnswer',
    media: JSON_ONLY,
    example: '/api/v1/pathway-runs/0123456789abcdef0123',
  },
  {
    path: '/api/v1/pathway-runs/{runId}/stream',
    summary: 'A run of the pathway while it is computed',
    about: 'One line of JSON for each partial result, the last one with the result that is stored.',
    parameters: [RUN],
    query: NoQuery,
    scope: 'scenarios',
    answer: 'PathwayStreamLine',
    media: ['application/x-ndjson'],
    example: '/api/v1/pathway-runs/0123456789abcdef0123/stream',
  },
  {
    path: '/api/v1/backtest',
    summary: 'The model on past years',
    about:
      'The pathway fitted to each earlier year and compared with the later ones that are loaded: errors by years ahead, coverage of intervals, comparison with the last known fill, predictions for the country, specialty groups and your regions. What was predicted across a change of recruitment rules is marked. In the demonstration country the verdict is `demonstration_only`. The first answer after a publication takes seconds.',
    parameters: [],
    query: CountryQuery,
    scope: 'scenarios',
    answer: 'BacktestAnswer',
    media: JSON_ONLY,
    example: '/api/v1/backtest',
  },
  {
    path: '/api/v1/backtest/projections',
    summary: 'Past projections against what happened',
    about:
      'Years that runs you may see had projected and that have been loaded since: projected interval and posts filled.',
    parameters: [],
    query: CountryQuery,
    scope: 'scenarios',
    answer: 'ProjectionScorecardAnswer',
    media: JSON_ONLY,
    example: '/api/v1/backtest/projections',
  },
  {
    path: '/api/v1/pathway-runs/{runId}/pdf',
    summary: 'A run of the pathway as PDF',
    about:
      'The figures of the run’s page as a tagged PDF, without a date: one receipt gives the same bytes. Each is audited; none of a run whose data were withdrawn for disclosure.',
    parameters: [RUN],
    query: NoQuery,
    scope: 'scenarios',
    answer: null,
    media: ['application/pdf'],
    example: '/api/v1/pathway-runs/0123456789abcdef0123/pdf',
  },
  {
    path: '/api/v1/briefings/{id}',
    summary: 'One briefing',
    about: 'The frozen document that the page and the PDF are both made from.',
    parameters: [BRIEFING],
    query: NoQuery,
    scope: 'briefings',
    answer: 'BriefingAnswer',
    media: JSON_ONLY,
    example: '/api/v1/briefings/3f2b8f0e-3f6f-4a58-9a4e-0f7d3c1f2a11',
  },
  {
    path: '/api/v1/briefings/{id}/pdf',
    summary: 'A briefing as PDF',
    about: 'The briefing as a tagged PDF.',
    parameters: [BRIEFING],
    query: NoQuery,
    scope: 'briefings',
    answer: null,
    media: ['application/pdf'],
    example: '/api/v1/briefings/3f2b8f0e-3f6f-4a58-9a4e-0f7d3c1f2a11/pdf',
  },
  {
    path: '/api/v1/openapi.json',
    summary: 'This description',
    about: 'The API as an OpenAPI 3.1 document. Anybody may read it.',
    parameters: [],
    query: NoQuery,
    scope: null,
    answer: null,
    media: JSON_ONLY,
    example: '/api/v1/openapi.json',
  },
];
