import { specialtyPostTable } from '@/components/tables/specialty-post-rows';
import { stabilityDifference } from '@/lib/contracts/placement-stability';
import { tableOf } from '@/lib/contracts/table-file';
import { getArea } from '@/lib/data/areas';
import { getAreaProfile } from '@/lib/data/figures';
import { getPlacementStability, type StabilityChoice } from '@/lib/data/placement-stability';
import { getRegionReview } from '@/lib/data/region-review';
import { countryOf } from '@/lib/domain/geography/area';
import { type FigureLine, figureLines } from './figure-lines';
import type { PageFile } from './page-file';

type StabilityQuery = { [Key in keyof StabilityChoice]?: string | undefined } & { area: string };

/** Each measure in both years, here and in the country. */
export async function readStability({ area: code, ...choice }: StabilityQuery): Promise<PageFile> {
  const { specialty = null, level = null, before = null } = choice;
  const [area, stability] = await Promise.all([
    getArea(code),
    getPlacementStability(code, { specialty, level, before }),
  ]);
  const country = countryOf(area.root);
  const group = [stability.specialty, stability.level].filter((part) => part !== null).join(' ');
  const lines = stability.rows.flatMap((row): FigureLine[] => {
    const about = { indicator: row.indicator, breakdown: group };
    const more = (year: 'earlier' | 'latest', difference: number | null = null) => ({
      ...{ notice_weeks: row.noticeWeeks, specialty: stability.specialty, level: stability.level, year },
      difference_from_earlier: difference,
    });
    const of = (place: { code: string; name: string }, { before: from, latest: to }: typeof row.own) => ({
      earlier: { ...about, area: place, period: stability.before, figure: from },
      latest: { ...about, area: place, period: stability.latest, figure: to },
    });
    const [own, whole] = [of(area, row.own), of(country, row.country)];
    return [
      { ...own.earlier, more: more('earlier') },
      { ...own.latest, more: more('latest', stabilityDifference(row)) },
      { ...whole.earlier, more: more('earlier') },
      { ...whole.latest, more: more('latest') },
    ];
  });
  const title = `Placement stability: ${[area.name, group].filter((part) => part !== '').join(', ')}`;
  return { table: figureLines(title, area.root, lines), about: code };
}

/** Posts of each specialty and level in each year, and in the last year those of all regions that are loaded. */
export async function readSpecialtyPosts({ area: code }: { area: string }): Promise<PageFile> {
  const profile = await getAreaProfile(code, null);
  const { years, rows } = specialtyPostTable(profile);
  const lines = rows.flatMap(({ indicatorId, breakdown, own, all }): FigureLine[] => {
    const indicator = profile.indicators.find(({ id }) => id === indicatorId);
    if (!indicator) return [];
    return own.map((figure, at) => {
      const isLast = at === years.length - 1;
      const more = { all_regions_posts: isLast ? all.posts : null, all_regions_loaded: isLast ? all.regions : null };
      return { indicator, area: profile.area, breakdown, period: { label: years[at] ?? '' }, figure, more };
    });
  });
  const title = `Training posts advertised in ${profile.area.name}, where published by specialty`;
  return { table: figureLines(title, profile.area.root, lines), about: code };
}

const DEFINITION_COLUMNS = [
  ...['area_code', 'area_name', 'definition', 'definition_name', 'formula', 'status', 'status_mark', 'value', 'unit'],
  ...['text', 'reason', 'period', 'over_three_years_old', 'basis', 'threshold_as_published', 'evidence_source'],
  ...['provenance', 'source', 'publisher', 'licence', 'disclosure_rule', 'release', 'root'],
];

const listed = (texts: readonly string[]): string => [...new Set(texts)].join('; ');

/** Each published definition with what it gives here, or why it can't be computed. */
export async function readUnderDoctored({ area: code }: { area: string }): Promise<PageFile> {
  const { profile, underDoctored } = await getRegionReview(code, null);
  const known = [...profile.figures, ...profile.national];
  const records = underDoctored.map(({ definition, outcome }) => {
    const computed = outcome.kind === 'computed' ? outcome : null;
    const figures = known.filter((figure) => computed?.inputs.some((input) => input === figure));
    return {
      ...{ area_code: code, area_name: profile.area.name, definition: definition.id, definition_name: definition.name },
      formula: definition.formula,
      status: computed ? 'value' : 'not_loaded',
      status_mark: computed ? null : 'x',
      ...{ value: computed?.value ?? null, unit: computed?.unit ?? null, text: computed?.text ?? null },
      reason: outcome.kind === 'not_computed' ? outcome.reason : null,
      period: computed?.date ?? null,
      over_three_years_old: computed && (computed.stale ? 'yes' : 'no'),
      basis: computed?.basis ?? null,
      threshold_as_published: definition.threshold,
      evidence_source: definition.sourceId,
      provenance: profile.area.root === 'demonstration' ? 'demonstration' : computed && 'derived',
      source: listed(figures.map(({ source }) => source.name)),
      publisher: listed(figures.map(({ source }) => source.publisher)),
      licence: listed(figures.map(({ source }) => source.licence)),
      disclosure_rule: listed(figures.map(({ source }) => source.ruleSet)),
      release: listed(figures.map(({ releaseId }) => releaseId)),
      root: countryOf(profile.area.root).code,
    };
  });
  const title = `Published definitions of under-doctored: ${profile.area.name}`;
  return { table: tableOf(title, DEFINITION_COLUMNS, records), about: code };
}
