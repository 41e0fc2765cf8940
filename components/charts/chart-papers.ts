import { countryOf, type Root } from '@/lib/domain/geography/area';
import type { Provenance } from '@/lib/domain/measure/measure';

export type ChartSource = {
  name: string;
  publisher: string;
  url?: string | null;
  licence?: string;
  ruleSet?: string;
};

/** One thing that a chart is of, in words and code. */
export type ChartSubject = {
  kind: 'area' | 'school' | 'country' | 'scenario' | 'indicator' | 'area_type' | 'model';
  code: string;
  name: string;
};

/** What a chart or table is of and rests on. */
export type PapersInput = {
  /** The narrowest first: without it files of two areas can’t be told apart. */
  of: readonly ChartSubject[];
  unit: string;
  period: string;
  source: ChartSource;
  releaseId: string;
  provenance: Provenance;
};

/** In columns beside every row of a chart's file. */
export type ChartPapers = Readonly<Record<string, string>>;

export const DEMONSTRATION = 'Demonstration data: fictional areas and figures.';

export const ofArea = ({ code, name }: { code: string; name: string }): ChartSubject => ({ kind: 'area', code, name });

export const ofSchool = ({ code, name }: { code: string; name: string }): ChartSubject => ({
  kind: 'school',
  code,
  name,
});

export function ofCountry(root: Root): ChartSubject {
  const { code, name } = countryOf(root);
  return { kind: 'country', code, name };
}

/** The name says what the chart is of, and of an invented country's file that it is one. */
export const fileNameOf = ({ id, of, provenance }: Pick<PapersInput, 'of' | 'provenance'> & { id: string }): string => {
  const codes = of.map(({ code }) => code.replaceAll(/[^\w-]+/g, '-')).filter((code) => !id.endsWith(`-${code}`));
  return [id, ...codes, ...(provenance === 'demonstration' ? ['demonstration'] : [])].join('-');
};

/** Two of one kind, as the indicators of a scatter, share its columns. */
function subjectColumns(of: readonly ChartSubject[]): ChartPapers {
  const kinds = new Set(of.map(({ kind }) => kind));
  return Object.fromEntries(
    [...kinds].flatMap((one) => {
      const alike = of.filter(({ kind }) => kind === one);
      return [
        [`${one}_code`, alike.map(({ code }) => code).join('; ')],
        [`${one}_name`, alike.map(({ name }) => name).join('; ')],
      ];
    }),
  );
}

/** In every row of a chart's file: what it is of and what it rests on. */
export const papersOf = ({ of, unit, period, source, releaseId, provenance }: PapersInput): ChartPapers => ({
  ...subjectColumns(of),
  unit,
  period,
  provenance,
  source: source.name,
  publisher: source.publisher,
  licence: source.licence ?? '',
  disclosure_rule: source.ruleSet ?? '',
  release: releaseId,
  ...(provenance === 'demonstration' ? { warning: DEMONSTRATION } : {}),
});
