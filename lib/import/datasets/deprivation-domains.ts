import type { Column } from '@/lib/import/column';
import type { NumberCell } from '@/lib/import/missing-mark';
import { numberColumn } from '@/lib/import/number-column';
import type { At } from '@/lib/import/row-cursor';

/** Score, rank (1 = most deprived) and decile (1 = most deprived) of a small area in one domain of deprivation. */
export interface DomainPlace {
  readonly score: NumberCell;
  readonly rank: NumberCell;
  readonly decile: NumberCell;
}

/** Title in the published header, and the name in lightly converted files. */
const DOMAINS = {
  income: ['Income', 'Income'],
  employment: ['Employment', 'Employment'],
  education: ['Education, Skills and Training', 'Education'],
  health: ['Health Deprivation and Disability', 'Health'],
  crime: ['Crime', 'Crime'],
  housing: ['Barriers to Housing and Services', 'Housing_and_Services'],
  environment: ['Living Environment', 'Environment'],
} as const;

export type DeprivationDomain = keyof typeof DOMAINS;

interface DomainColumns {
  readonly score: Column<NumberCell>;
  readonly rank: Column<NumberCell>;
  readonly decile: Column<NumberCell>;
}

const domainColumns = ([title, short]: readonly [string, string], areas: number): DomainColumns => ({
  score: numberColumn(`${title} Score`, {
    also: [`${title} Score (rate)`, `${short}_score`],
    isRequired: false,
    isSigned: true,
  }),
  rank: numberColumn(`${title} Rank (where 1 is most deprived)`, {
    also: [`${short}_rank`],
    isRequired: false,
    isInteger: true,
    min: 1,
    max: areas,
  }),
  decile: numberColumn(`${title} Decile (where 1 is most deprived 10% of LSOAs)`, {
    also: [`${short}_decile`],
    isRequired: false,
    isInteger: true,
    min: 1,
    max: 10,
  }),
});

export interface DeprivationColumns {
  readonly columns: Readonly<Record<string, Column<unknown>>>;
  readonly read: (at: At) => Readonly<Record<DeprivationDomain, DomainPlace>>;
}

/** The columns of the seven domains, none of them required, for an edition with so many small areas. */
export const deprivationColumns = (areas: number): DeprivationColumns => {
  const of = {
    income: domainColumns(DOMAINS.income, areas),
    employment: domainColumns(DOMAINS.employment, areas),
    education: domainColumns(DOMAINS.education, areas),
    health: domainColumns(DOMAINS.health, areas),
    crime: domainColumns(DOMAINS.crime, areas),
    housing: domainColumns(DOMAINS.housing, areas),
    environment: domainColumns(DOMAINS.environment, areas),
  };
  const place = (at: At, { score, rank, decile }: DomainColumns): DomainPlace => ({
    score: at(score),
    rank: at(rank),
    decile: at(decile),
  });
  const named = Object.entries(of).flatMap(([domain, { score, rank, decile }]) => [
    [`${domain}Score`, score] as const,
    [`${domain}Rank`, rank] as const,
    [`${domain}Decile`, decile] as const,
  ]);
  return {
    columns: Object.fromEntries(named),
    read: (at) => ({
      income: place(at, of.income),
      employment: place(at, of.employment),
      education: place(at, of.education),
      health: place(at, of.health),
      crime: place(at, of.crime),
      housing: place(at, of.housing),
      environment: place(at, of.environment),
    }),
  };
};

/** Sub-domains, supplementary indices and populations, which Stead doesn't use. */
export const OTHER_DEPRIVATION_COLUMNS = /score|rank|decile|population|proportion|indicator|workforce|rate/;
