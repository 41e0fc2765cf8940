/** The research programme behind the interview findings, said once and the same everywhere. */
export const PROGRAMME = {
  name: 'Mapping underdoctored areas',
  award: 'NIHR Health and Social Care Delivery Research 134540',
  sample:
    'Interviews with 100 NHS doctors (GPs, consultants, SAS, resident and locally employed doctors) between December 2022 and March 2024, at four sites that together held 27 trusts and 1,449 GP practices. Three sites struggled to recruit and retain; one was oversubscribed.',
  /** The two accounts of the sample disagree; both are shown. */
  discrepancy:
    'The paper’s abstract says four sites; press copy about a later paper says 100 doctors in three areas. Both are given as found. One paper uses the first 50 interviews only.',
  proportions: 'The sources read give no share of doctors for any theme, so none is shown.',
  /** Goes with every finding of the programme, on screen and in print. */
  disclaimer:
    'This draws on independent research funded by the National Institute for Health and Care Research (NIHR) Health and Social Care Delivery Research programme (134540). The views are those of the authors and not necessarily those of the NIHR or the Department of Health and Social Care.',
} as const;
