import type { FlowChoice, JourneyGuide } from '@/lib/contracts/journey-views';
import {
  groupChoice,
  type JourneysQuery,
  type JourneysView,
  type PeriodChoice,
  periodText,
  viewOf,
} from '@/lib/contracts/journeys-query';
import { STAGE_SHAPES, STAGE_SHAPES_WITHOUT_SCHOOLS } from '@/lib/domain/journeys/flow-tables';

/** What a view can be narrowed by. */
export type ViewChoices = {
  tables: FlowChoice[];
  table: FlowChoice | null;
  periods: PeriodChoice[];
  characteristics: string[];
  /** The source’s periods share years: all years can’t be added up. */
  needsPeriod: boolean;
};

/** The address with what is there: everything else is dropped from it. */
export type JourneysState = { query: JourneysQuery; view: JourneysView; guide: JourneyGuide; choices: ViewChoices };

const shown = ({ tables }: JourneyGuide): FlowChoice[] =>
  tables.filter(({ reading, isLoaded }) => reading !== 'none' && isLoaded);

const byShape = (guide: JourneyGuide, shapes: readonly string[]): FlowChoice[] =>
  shapes.flatMap((shape) => shown(guide).find((one) => one.shape === shape) ?? []);

/** The steps of the way that this reader may see one after another. */
export const stageTables = (guide: JourneyGuide): FlowChoice[] => {
  const mayReadSchools = guide.tables.some(({ shape, reading }) => shape === STAGE_SHAPES[0] && reading !== 'none');
  return byShape(guide, mayReadSchools ? STAGE_SHAPES : STAGE_SHAPES_WITHOUT_SCHOOLS);
};

const CAPITAL_SHAPES = ['school_region_by_foundation_region', 'home_region_by_foundation_region'];

/** For school staff their own school's graduates; for others the step into training; else the first there is. */
const firstOf = (tables: readonly FlowChoice[]): FlowChoice | null =>
  tables.find(({ shape, reading }) => shape === 'school_by_foundation_area' && reading === 'own') ??
  tables.find(({ shape }) => shape === 'school_region_by_foundation_region') ??
  tables.find(({ shape }) => shape === 'home_region_by_foundation_region') ??
  tables[0] ??
  null;

/** What all of some tables have. */
function common(tables: readonly FlowChoice[]): Pick<ViewChoices, 'periods' | 'characteristics' | 'needsPeriod'> {
  const [first, ...rest] = tables;
  if (!first) return { periods: [], characteristics: [], needsPeriod: false };
  return {
    needsPeriod: tables.some(({ hasAllYears }) => !hasAllYears),
    periods: first.periods.filter((period) =>
      rest.every(({ periods }) => periods.some((one) => periodText(one) === periodText(period))),
    ),
    characteristics: first.characteristics.filter((by) =>
      rest.every(({ characteristics }) => characteristics.includes(by)),
    ),
  };
}

export function choicesOf(view: JourneysView, guide: JourneyGuide, asked: string | undefined): ViewChoices {
  const none = { tables: [], table: null };
  if (view === 'matrix' || view === 'map') {
    const tables = shown(guide).filter(({ level }) => view === 'matrix' || level === 'region');
    const table = tables.find(({ shape }) => shape === asked) ?? firstOf(tables);
    return { tables, table, ...common(table ? [table] : []) };
  }
  if (view === 'stages' || view === 'gini') return { ...none, ...common(stageTables(guide)) };
  if (view === 'region') return { ...none, periods: [], characteristics: [], needsPeriod: false };
  const moves = common(byShape(guide, CAPITAL_SHAPES));
  return { ...none, ...moves, ...(view === 'distances' ? { characteristics: [] } : {}) };
}

/** The newest where one has to be chosen. */
function periodOf({ periods, needsPeriod }: ViewChoices, asked: string | undefined): string | undefined {
  const found = periods.find((one) => periodText(one) === asked) ?? (needsPeriod ? periods.at(-1) : undefined);
  return found && periodText(found);
}

export function knownState(asked: JourneysQuery, guide: JourneyGuide): JourneysState {
  const region = guide.regions.some(({ code }) => code === asked.region) ? asked.region : undefined;
  const view = viewOf({ ...asked, region });
  const choices = choicesOf(view, guide, asked.table);
  const group = groupChoice(asked.group);
  const isPlace = (code: string | undefined) => guide.regions.some((one) => one.code === code);
  const isMap = view === 'map';
  return {
    guide,
    view,
    choices,
    query: {
      ...asked,
      view: view === 'matrix' ? undefined : view,
      region: view === 'region' ? (region ?? guide.ownRegions[0] ?? guide.regions[0]?.code) : undefined,
      table: choices.table?.shape === firstOf(choices.tables)?.shape ? undefined : choices.table?.shape,
      period: periodOf(choices, asked.period),
      group: group && choices.characteristics.includes(group.by) ? asked.group : undefined,
      school:
        choices.table?.reading === 'own' && guide.ownSchools.some(({ code }) => code === asked.school)
          ? asked.school
          : undefined,
      from: isMap && isPlace(asked.from) && asked.to === undefined ? asked.from : undefined,
      to: isMap && isPlace(asked.to) ? asked.to : undefined,
      sort: view === 'matrix' ? asked.sort : undefined,
      dir: view === 'matrix' && asked.sort !== undefined ? asked.dir : undefined,
    },
  };
}
