/** A published definition of "under-doctored". Stead adds no threshold of its own. */
export interface UnderDoctoredDefinition {
  readonly id: string;
  readonly name: string;
  readonly formula: string;
  /** As published, or that there is none. */
  readonly threshold: string;
  /** Evidence source, `evidence-sources.json`. */
  readonly sourceId: string;
}

export const UNDER_DOCTORED_DEFINITIONS = {
  E1: {
    id: 'E1',
    name: 'Department of Health 2003',
    formula: 'GPs (whole-time equivalent) per 100,000 weighted population',
    threshold: 'Below the national average: 55.55 in March 2003',
    sourceId: 'S43',
  },
  E2: {
    id: 'E2',
    name: 'Medical Practices Committee 1948–2001',
    formula: 'Average list of patients per GP',
    threshold: 'Areas classed as restricted, intermediate, open or designated by list size',
    sourceId: 'S43',
  },
  E3: {
    id: 'E3',
    name: 'Patients per fully qualified GP',
    formula: 'Registered patients ÷ fully qualified GPs (FTE)',
    threshold: 'None published',
    sourceId: 'S37',
  },
  E4: {
    id: 'E4',
    name: 'Need-weighted patients per fully qualified GP',
    formula: 'Registered patients × need weight ÷ fully qualified GPs (FTE)',
    threshold: 'None published',
    sourceId: 'S44',
  },
  E5: {
    id: 'E5',
    name: 'Slope index of inequality',
    formula: 'Slope of GPs (FTE) per need-adjusted person on deprivation rank, from least to most deprived',
    threshold: 'None published',
    sourceId: 'S44',
  },
  E6a: {
    id: 'E6',
    name: 'Relative gap, GPs',
    formula: 'GPs (FTE) per need-weighted person ÷ the same for England − 1',
    threshold: 'None published',
    sourceId: 'S43',
  },
  E6b: {
    id: 'E6',
    name: 'Relative gap, hospital doctors',
    formula: 'Hospital doctors (FTE) per need-weighted person ÷ the same for England − 1',
    threshold: 'None published',
    sourceId: 'S43',
  },
  E7: {
    id: 'E7',
    name: 'Fair-share gap in training posts',
    formula: 'Training posts − fair share of posts by need',
    threshold: 'None published',
    sourceId: 'S21',
  },
  E8: {
    id: 'E8',
    name: 'Hard to recruit (TERS)',
    formula: 'GP training posts listed as hard to fill over about four years, with rurality, deprivation and GP supply',
    threshold: 'On the published list',
    sourceId: 'S37',
  },
  E9: {
    id: 'E9',
    name: 'Foundation priority programme',
    formula: 'Foundation places that have struggled to attract and keep doctors',
    threshold: 'On the published list',
    sourceId: 'S32',
  },
  E10: {
    id: 'E10',
    name: 'Mapping underdoctored areas (Lancaster)',
    formula: 'Struggles more than others to recruit and keep doctors; often rural, coastal, remote or deprived',
    threshold: 'Qualitative: none',
    sourceId: 'S6',
  },
  E11: {
    id: 'E11',
    name: 'Chief Medical Officer 2021, coastal',
    formula: 'Consultants or GP trainees per patient with a condition, against England',
    threshold: 'None published',
    sourceId: 'S25',
  },
} as const satisfies Record<string, UnderDoctoredDefinition>;
