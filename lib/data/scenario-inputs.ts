import type { RegionRound, ScenarioInputs } from '@/lib/contracts/scenario';
import type { FieldError, ScenarioDraft } from '@/lib/contracts/scenario-form';
import type { LeverCatalogue } from '@/lib/domain/levers/lever-catalogue';
import { PEOPLE_PER_PLACE } from '@/lib/domain/pathway/people-per-place';

type Named = { code: string; name: string };

const PERCENT = 100;

/** A number in [least, most], or the error to show beside the field. */
function readNumber(text: string, { field, label, least, most, whole = false }: NumberField): number | FieldError {
  const digits = text.replace(/[,£%\s]/g, '');
  const value = Number(digits);
  // `Number('')` is 0: a sign alone is not a number.
  const isNumber = digits !== '' && Number.isFinite(value) && (!whole || Number.isInteger(value));
  if (isNumber && value >= least && value <= most) return value;
  const kind = whole ? 'a whole number' : 'a number';
  return {
    field,
    message: `${label}: enter ${kind} from ${least.toLocaleString('en-GB')} to ${most.toLocaleString('en-GB')}.`,
  };
}

type NumberField = { field: string; label: string; least: number; most: number; whole?: boolean };

const isError = (value: number | FieldError): value is FieldError => typeof value !== 'number';

/** Typed posts and accepts replace what is loaded for that region. */
function readRegions(
  draft: ScenarioDraft,
  areas: readonly Named[],
  loaded: readonly RegionRound[],
  errors: FieldError[],
) {
  const typed = draft.typed.filter(({ posts, accepts }) => posts !== '' || accepts !== '');
  const rounds = typed.flatMap(({ areaCode, posts, accepts }): RegionRound[] => {
    const area = areas.find(({ code }) => code === areaCode);
    if (!area) {
      errors.push({ field: `typed:${areaCode}:posts`, message: `There is no training region ${areaCode}.` });
      return [];
    }
    const name = `typed:${areaCode}`;
    const limits = { most: 20_000, whole: true };
    const postsRead = readNumber(posts, { field: `${name}:posts`, label: `Posts, ${area.name}`, least: 1, ...limits });
    const acceptsRead = readNumber(accepts, {
      field: `${name}:accepts`,
      label: `Accepts, ${area.name}`,
      least: 0,
      ...limits,
    });
    for (const read of [postsRead, acceptsRead]) if (isError(read)) errors.push(read);
    if (isError(postsRead) || isError(acceptsRead)) return [];
    if (acceptsRead > postsRead) {
      errors.push({ field: `${name}:accepts`, message: `Accepts, ${area.name}: no more than the ${postsRead} posts.` });
    }
    const basis = 'Typed in by the author of this scenario';
    return [{ areaCode, areaName: area.name, posts: postsRead, accepts: acceptsRead, origin: 'typed', basis }];
  });
  const replaced = new Set(rounds.map(({ areaCode }) => areaCode));
  return [...loaded.filter(({ areaCode }) => !replaced.has(areaCode)), ...rounds];
}

function readLevers(draft: ScenarioDraft, catalogue: LeverCatalogue, errors: FieldError[]): ScenarioInputs['levers'] {
  return draft.levers
    .filter(({ on }) => on)
    .map((lever) => {
      const field = (part: string) => `lever:${lever.leverId}:${part}`;
      const coverage = readNumber(lever.coveragePct, {
        field: field('coverage'),
        label: 'Share of posts',
        least: 0,
        most: PERCENT,
      });
      // An empty cost is not known, and never 0.
      const isUnknown = lever.costPerPlacePerYearGbp === '';
      const cost = readNumber(isUnknown ? '0' : lever.costPerPlacePerYearGbp, {
        field: field('cost'),
        label: 'Cost per place and year',
        least: 0,
        most: 200_000,
      });
      const years = readNumber(lever.costYears, { field: field('years'), label: 'Years paid', least: 0, most: 10 });
      for (const read of [coverage, cost, years]) if (isError(read)) errors.push(read);
      const known = catalogue.levers.find(({ id }) => id === lever.leverId);
      if (isUnknown && known?.effect.kind === 'pay') {
        errors.push({
          field: field('cost'),
          message: `${known.name}: enter the £ per place and year; its effect follows from it.`,
        });
      }
      if (known && !known.levels.includes(draft.level)) {
        errors.push({ field: field('on'), message: `${known.name}: not offered at ${draft.level}.` });
      }
      return {
        leverId: lever.leverId,
        coverage: isError(coverage) ? 0 : coverage / PERCENT,
        costPerPlacePerYearGbp: isUnknown || isError(cost) ? null : cost,
        costYears: isError(years) ? 0 : years,
        reason: lever.reason.slice(0, 2_000),
      };
    });
}

export type InputsOutcome = { ok: true; inputs: ScenarioInputs } | { ok: false; errors: FieldError[] };

/** The model's inputs from the form, the loaded rounds and the regions there are; or every error, by field. */
export function toScenarioInputs(
  draft: ScenarioDraft,
  areas: readonly Named[],
  { year, regions: loaded, catalogue }: { year: number; regions: readonly RegionRound[]; catalogue: LeverCatalogue },
): InputsOutcome {
  const errors: FieldError[] = [];
  if (draft.name === '') errors.push({ field: 'name', message: 'Name: give the scenario a name.' });
  if (draft.name.length > 120) errors.push({ field: 'name', message: 'Name: at most 120 characters.' });
  const regions = readRegions(draft, areas, loaded, errors);
  const targetErrors = errors.some(({ field }) => field.startsWith(`typed:${draft.areaCode}`));
  if (!targetErrors && !regions.some(({ areaCode }) => areaCode === draft.areaCode)) {
    errors.push({
      field: `typed:${draft.areaCode}:posts`,
      message: `Posts and accepts at ${draft.level} are not loaded for this region: type them in.`,
    });
  }
  const people = readNumber(draft.peoplePerPlace, {
    field: 'peoplePerPlace',
    label: 'People per place',
    least: 1,
    most: 50,
  });
  const noEffect = readNumber(draft.noEffectPct, {
    field: 'noEffectPct',
    label: 'Chance of no effect',
    least: 0,
    most: PERCENT,
  });
  const extra = readNumber(draft.targetExtraPosts, {
    field: 'targetExtraPosts',
    label: 'Extra posts to fill',
    least: 1,
    most: 5_000,
    whole: true,
  });
  const levers = readLevers(draft, catalogue, errors);
  if (isError(people) || isError(noEffect) || isError(extra)) {
    return { ok: false, errors: [...errors, ...[people, noEffect, extra].filter(isError)] };
  }
  if (errors.length > 0) return { ok: false, errors };
  const basis = people === PEOPLE_PER_PLACE.value ? PEOPLE_PER_PLACE.basis : 'Typed in by the author of this scenario';
  const inputs: ScenarioInputs = {
    targetAreaCode: draft.areaCode,
    level: draft.level,
    year,
    regions,
    peoplePerPlace: people,
    peoplePerPlaceBasis: basis,
    levers,
    noEffectProbability: noEffect / PERCENT,
    targetExtraPosts: extra,
  };
  return { ok: true, inputs };
}
