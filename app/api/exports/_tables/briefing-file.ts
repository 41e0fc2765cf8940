import type { BriefingDocument } from '@/lib/contracts/briefing';
import type { BriefingPart } from '@/lib/contracts/page-tables';
import { type TableFile, type TableValue, tableOf } from '@/lib/contracts/table-file';
import { getBriefing } from '@/lib/data/briefings';
import { countryOf } from '@/lib/domain/geography/area';
import { absenceMark } from '@/lib/domain/indicators/absence-mark';
import { type PageFile, withColumns } from './page-file';

type Line = Readonly<Record<string, TableValue>>;

const positionLines = ({ position, area }: BriefingDocument): Line[] =>
  position.rows.map(({ indicatorId, indicator, stale, comparatorValue, tone: _, ...row }) => ({
    ...{ indicator: indicatorId, indicator_name: indicator, area_code: area.code, area_name: area.name },
    ...row,
    ...{ comparator_value: comparatorValue, over_three_years_old: stale ? 'yes' : 'no' },
  }));

const mapLines = ({ map }: BriefingDocument): Line[] =>
  (map?.spec.tiles ?? []).map(({ code, name, value, state, mapClass, selected }) => ({
    ...{ area_code: code, area_name: name, status: state },
    status_mark: state === 'value' ? null : absenceMark(MEASURES[state], 'count', 0),
    ...{ value: state === 'value' ? value : null, map_class: mapClass, this_area: selected ? 'yes' : 'no' },
  }));

const MEASURES = {
  not_loaded: { kind: 'not_loaded' },
  suppressed: { kind: 'suppressed' },
  not_applicable: { kind: 'not_applicable', reason: '' },
  low: { kind: 'low' },
} as const;

const barLines = ({ bars }: BriefingDocument): Line[] => {
  const benchmark = bars?.spec.benchmark ?? null;
  return (bars?.spec.bars ?? []).map(({ code, name, value, lower, upper, selected }) => ({
    ...{ area_code: code, area_name: name, value, lower_95: lower, upper_95: upper },
    ...{ this_area: selected ? 'yes' : 'no', axis: bars?.spec.axisLabel ?? null },
    ...{ benchmark: benchmark?.name ?? null, benchmark_value: benchmark?.value ?? null },
  }));
};

const actionLines = ({ recommendations }: BriefingDocument): Line[] =>
  recommendations.flatMap(({ heading, rows }) =>
    rows.map(({ id, title, who, strength, origin, whyHere, inYourGift }) => ({
      ...{ section: heading, recommendation: id, action: title, why_here: whyHere, who_can_act: who },
      ...{ evidence: strength, origin, in_your_gift: inYourGift ? 'yes' : 'no' },
    })),
  );

const leverLines = ({ option }: BriefingDocument): Line[] => option?.levers.map((lever) => ({ ...lever })) ?? [];

const optionLines = ({ option, runId }: BriefingDocument): Line[] => [
  ...(option?.readings.flatMap(({ name, rows }) =>
    rows.map(({ measure, median, interval80, interval95 }) => ({
      ...{ reading: name, measure, median, interval_80: interval80, interval_95: interval95, run: runId },
    })),
  ) ?? []),
  ...(option?.facts.map(({ label, value }) => ({
    ...{ reading: 'both', measure: label, median: value, interval_80: '', interval_95: '', run: runId },
  })) ?? []),
];

const affectedLines = ({ affected }: BriefingDocument): Line[] =>
  (affected?.parts ?? []).flatMap(({ title, header, rows }) =>
    rows.map((cells) => ({
      part: title,
      ...Object.fromEntries(header.map((label, at) => [label.toLowerCase(), cells[at] ?? ''])),
    })),
  );

const sourceLines = ({ sources }: BriefingDocument): Line[] =>
  sources.map(({ name, url, releases, ...rest }) => ({ source: name, ...rest, source_url: url, release: releases }));

const LINES: Readonly<Record<BriefingPart, (document: BriefingDocument) => Line[]>> = {
  position: positionLines,
  map: mapLines,
  bars: barLines,
  actions: actionLines,
  levers: leverLines,
  option: optionLines,
  affected: affectedLines,
  sources: sourceLines,
};

const TITLES: Readonly<Record<BriefingPart, (document: BriefingDocument) => string>> = {
  position: ({ position }) => position.caption,
  map: ({ map }) => map?.title ?? 'Map',
  bars: ({ bars }) => bars?.title ?? 'Bars',
  actions: () => 'What could be done',
  levers: () => 'Levers in this option',
  option: () => 'What the option gains and costs',
  affected: ({ affected }) => affected?.title ?? 'Who the affected are',
  sources: () => 'Sources',
};

function tabulate(id: string, part: BriefingPart, document: BriefingDocument): TableFile {
  const lines = LINES[part](document);
  const columns = Object.keys(lines[0] ?? {});
  const about = {
    ...{ briefing: id, made_at: document.createdAt, root: countryOf(document.root).code },
    ...(columns.includes('release') ? {} : { release: document.releaseIds.join('; ') }),
    ...(columns.includes('source') ? {} : { source: document.sources.map(({ name }) => name).join('; ') }),
  };
  return withColumns(tableOf(`${document.title}: ${TITLES[part](document)}`, columns, lines), about);
}

/** A part of a frozen briefing, in the words of its page. */
export async function readBriefing({ briefing: id, part }: { briefing: string; part: BriefingPart }) {
  const file: PageFile = { table: tabulate(id, part, await getBriefing(id)), about: `${part}-${id}` };
  return file;
}
