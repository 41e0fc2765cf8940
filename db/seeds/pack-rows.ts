import { z } from 'zod';
import { RuleSetId } from '@/lib/domain/disclosure/rule-set';
import { AreaType, Root } from '@/lib/domain/geography/area';
import { Display, IndicatorGroup, Polarity, Unit } from '@/lib/domain/indicators/indicator';
import { Provenance } from '@/lib/domain/measure/measure';

const number = z.coerce.number();
const optionalNumber = z.union([z.null(), number]);
const optionalText = z.string().nullable();
const text = z
  .string()
  .nullable()
  .transform((value) => value ?? '');
const optionalDate = z.iso.date().nullable();

export const AreaRow = z
  .strictObject({
    code: z.string(),
    name: z.string(),
    type: AreaType,
    root: Root,
    valid_from: optionalDate,
    valid_to: optionalDate,
    latitude: optionalNumber,
    longitude: optionalNumber,
    note: optionalText,
  })
  .transform(({ valid_from: validFrom, valid_to: validTo, ...row }) => ({ ...row, validFrom, validTo }));

export const MembershipRow = z
  .strictObject({
    child_code: z.string(),
    parent_code: z.string(),
    weight: number,
    basis: z.enum(['official', 'best_fit', 'indicative']),
    valid_from: optionalDate,
    /** A file of areas that never changed can leave the column out. */
    valid_to: optionalDate.default(null),
    source_id: optionalText,
  })
  .transform((row) => ({
    childCode: row.child_code,
    parentCode: row.parent_code,
    weight: row.weight,
    basis: row.basis,
    validFrom: row.valid_from,
    validTo: row.valid_to,
    sourceId: row.source_id,
  }));

export const SuccessorRow = z
  .strictObject({
    from_code: z.string(),
    to_code: z.string(),
    on_date: z.iso.date(),
    weight: number,
    source_id: optionalText,
  })
  .transform((row) => ({
    fromCode: row.from_code,
    toCode: row.to_code,
    onDate: row.on_date,
    weight: row.weight,
    sourceId: row.source_id,
  }));

export const AliasRow = z
  .strictObject({ code: z.string(), area_code: z.string(), valid_from: optionalDate, source: z.string() })
  .transform(({ area_code: areaCode, valid_from: validFrom, ...row }) => ({
    ...row,
    areaCode,
    validFrom,
    status: 'shipped' as const,
  }));

export const SourceRow = z
  .strictObject({
    id: z.string(),
    name: z.string(),
    publisher: z.string(),
    url: z.url().nullable(),
    licence: z.string(),
    rule_set: RuleSetId,
    note: optionalText,
  })
  .transform(({ rule_set, ...row }) => ({ ...row, ruleSet: rule_set }));

export const ReleaseRow = z
  .strictObject({
    id: z.string(),
    source_id: z.string(),
    title: z.string(),
    published_on: optionalDate,
    note: optionalText,
  })
  .transform(({ source_id: sourceId, published_on: publishedOn, ...row }) => ({ ...row, sourceId, publishedOn }));

export const IndicatorRow = z
  .strictObject({
    id: z.string(),
    name: z.string(),
    short_name: z.string(),
    group: IndicatorGroup,
    unit: Unit,
    decimals: number,
    polarity: Polarity,
    display: Display,
    definition: z.string(),
    numerator: text,
    denominator: text,
    method: z.string(),
    interval_method: z.enum(['wilson', 'none']),
    caveat: text,
    breakdown_kind: text,
    load_hint: text,
    author: z.string(),
    checker: z.string(),
    reviewed_on: z.iso.date(),
    next_review_on: z.iso.date(),
    sort: number,
  })
  .transform(({ short_name, interval_method, breakdown_kind, load_hint, reviewed_on, next_review_on, ...row }) => ({
    ...row,
    shortName: short_name,
    intervalMethod: interval_method,
    breakdownKind: breakdown_kind,
    loadHint: load_hint,
    reviewedOn: reviewed_on,
    nextReviewOn: next_review_on,
  }));

export const ObservationRow = z
  .strictObject({
    indicator_id: z.string(),
    area_code: z.string(),
    period_label: z.string(),
    period_start: z.iso.date(),
    period_end: z.iso.date(),
    breakdown: z.string(),
    numerator: optionalNumber,
    denominator: optionalNumber,
    value: optionalNumber,
    status: z.enum(['value', 'suppressed', 'not_applicable', 'low']),
    provenance: Provenance,
    release_id: z.string(),
    note: optionalText,
  })
  .transform((row) => ({
    indicatorId: row.indicator_id,
    areaCode: row.area_code,
    periodLabel: row.period_label,
    periodStart: row.period_start,
    periodEnd: row.period_end,
    breakdown: row.breakdown,
    numerator: row.numerator,
    denominator: row.denominator,
    value: row.value,
    status: row.status,
    provenance: row.provenance,
    releaseId: row.release_id,
    note: row.note,
  }));
