import type { ChartSource, ChartSubject } from '@/components/charts/chart-papers';
import type { PathwayRun } from '@/lib/contracts/pathway-records';
import type { PathwayModelled } from '@/lib/contracts/pathway-result';
import { countryOf } from '@/lib/domain/geography/area';
import { leverName } from '@/lib/domain/levers/catalogue/lever-name';
import { PATHWAY_LEVERS } from '@/lib/domain/levers/catalogue/pathway-levers';
import { costPerPlacePerYearGbp } from '@/lib/domain/levers/offers/plan-costs';
import type { Provenance } from '@/lib/domain/measure/measure';
import { modelledIn } from '@/lib/domain/measure/modelled-in';
import type { PathwayScenario } from '@/lib/domain/pathway-scenario/pathway-scenario';
import { formatGbpShort } from '@/lib/format/number';
import { listInWords } from '@/lib/format/words';

export type Papers = {
  of: readonly ChartSubject[];
  period: string;
  source: ChartSource;
  releaseId: string;
  provenance: Provenance;
};

/** What questions need to know of a run: little of it travels to the browser. */
export type AskedRun = {
  runId: string;
  scenario: PathwayScenario;
  regions: PathwayModelled['regions'];
  startYear: number;
  papers: Papers;
  costGbp: number;
};

/** Where something is offered: a run has no other name of its own. */
function offersIn({ regions, scenario: { country, offers } }: PathwayModelled): string {
  const codes = new Set(offers.map(({ regionCode }) => regionCode));
  const names = regions.flatMap(({ code, name }) => (codes.has(code) ? [name] : []));
  const run = `Pathway run of ${countryOf(country).name}`;
  return names.length === 0 ? `${run}, no offer` : `${run}, offers in ${listInWords(names)}`;
}

export const papersOf = (result: PathwayModelled): Papers => {
  const { receipt, scenario, summary } = result;
  return {
    of: [{ kind: 'scenario', code: receipt.id, name: offersIn(result) }],
    period: `${summary.startYear} to ${summary.startYear + scenario.years - 1}`,
    source: { name: 'Stead, pathway model', publisher: `modelled, ${receipt.engineVersion}, ${summary.draws} draws` },
    releaseId: `run ${receipt.id}`,
    provenance: modelledIn(scenario.country),
  };
};

/** Levers of a scenario whose cost is neither published nor entered: £0 in every sum, and nowhere written as £0. */
export const costUnknownOf = ({ offers }: PathwayScenario): ReadonlySet<string> =>
  new Set(
    offers.flatMap((offer) => {
      const lever = PATHWAY_LEVERS.find(({ id }) => id === offer.leverId);
      const isKnown = !lever || offer.fixedPerYearGbp > 0 || costPerPlacePerYearGbp(lever, offer) !== null;
      return isKnown ? [] : [offer.leverId];
    }),
  );

/** A sum, and that something in it isn’t known. */
export const sumWords = (costGbp: number, leverIds: readonly string[], unknown: ReadonlySet<string>): string => {
  const missing = leverIds.filter((id) => unknown.has(id)).length;
  if (missing === 0) return formatGbpShort(costGbp);
  return missing === leverIds.length ? 'not known' : `${formatGbpShort(costGbp)} and what isn’t known`;
};

/** What to say once where a lever has no cost; nothing where all have one. */
export const costNotes = (scenario: PathwayScenario): string[] => {
  const names = [...costUnknownOf(scenario)].map(leverName);
  return names.length === 0
    ? []
    : [
        `No cost is published or entered for ${listInWords(names)}: it counts as £0 in every sum, so that whatever has it looks cheaper than it would be.`,
      ];
};

export const askedRun = ({ id, scenario }: PathwayRun, result: PathwayModelled): AskedRun => ({
  ...{ runId: id, scenario, regions: result.regions, startYear: result.summary.startYear },
  ...{ papers: papersOf(result), costGbp: result.summary.totals.costGbp.mean },
});

/** The same papers for another number of draws. */
export const withDraws = (papers: Papers, draws: number): Papers => ({
  ...papers,
  source: { ...papers.source, publisher: papers.source.publisher.replace(/\d+ draws$/, `${draws} draws`) },
});

export const regionName = ({ regions }: Pick<AskedRun, 'regions'>, code: string): string =>
  regions.find((region) => region.code === code)?.name ?? code;
