import { defineTable } from '@/lib/import/dataset';
import { codeColumn, optionalCode, optionalText } from '@/lib/import/text-column';
import { ICB_GSS_CODE, ICB_ODS_CODE, LAD_CODE, LSOA_CODE } from './code-shapes';

const lsoa = {
  lsoa: codeColumn('LSOA21CD', { ...LSOA_CODE, also: [/^lsoa(\d{2})cd$/, /^lsoa(\d{2})_code$/], geography: 'lsoa' }),
  sicbl: optionalText('SICBL25CD', {
    also: [/^(?:sicbl|ccg)(\d{2})cd$/, /^sicbl(\d{2})_code$/],
    geography: 'sicbl',
    isRequired: false,
  }),
  sicblOds: optionalText('SICBL25CDH', {
    also: [/^(?:sicbl|ccg)\d{2}cdh$/, /^sicbl\d{2}_code_nhs$/],
    isRequired: false,
  }),
  icb: codeColumn('ICB25CD', {
    ...ICB_GSS_CODE,
    also: [/^(?:icb|stp)(\d{2})cd$/, /^icb(\d{2})_code$/],
    geography: 'icb',
  }),
  icbOds: optionalCode('ICB25CDH', {
    ...ICB_ODS_CODE,
    also: [/^(?:icb|stp)\d{2}cdh$/, /^icb\d{2}_code_nhs$/],
    isRequired: false,
  }),
  icbName: optionalText('ICB25NM', { also: [/^(?:icb|stp)\d{2}nm$/, /^icb\d{2}_name$/], isRequired: false }),
  lad: optionalCode('LAD25CD', {
    ...LAD_CODE,
    also: [/^lad(\d{2})cd$/, /^l(?:tla|ad)(\d{2})_code$/],
    geography: 'lad',
    isRequired: false,
  }),
};

export interface LsoaIcbRecord {
  readonly lsoaCode: string;
  readonly sicblCode: string | null;
  /** NHS code (Q…), which not every year's look-up has. */
  readonly icbOdsCode: string | null;
  /** GSS code (E54…). */
  readonly icbCode: string;
  readonly icbName: string | null;
  readonly ladCode: string | null;
  /** Years of the codes, from the headers. */
  readonly lsoaYear: number | null;
  readonly icbYear: number | null;
}

export const onsLsoaIcb = defineTable({
  id: 'ons_lsoa_icb',
  title: 'Look-up of LSOAs to ICBs and local authorities',
  publisher: 'Office for National Statistics',
  about:
    'Which integrated care board and local authority each small area is in. The year of each code is in its header.',
  isExchange: false,
  isRestricted: false,
  columns: lsoa,
  ignored: /^(?:lsoa|sicbl|ccg|cal|lad|ltla|objectid)\d{0,2}(?:nm|cd|_name|_code)?$/,
  toRecord: (at, { lsoa: lsoaYear, icb: icbYear }): LsoaIcbRecord => ({
    lsoaCode: at(lsoa.lsoa),
    sicblCode: at(lsoa.sicbl),
    icbOdsCode: at(lsoa.icbOds),
    icbCode: at(lsoa.icb),
    icbName: at(lsoa.icbName),
    ladCode: at(lsoa.lad),
    lsoaYear: lsoaYear ?? null,
    icbYear: icbYear ?? null,
  }),
  keyOf: ({ lsoaCode }) => lsoaCode,
  lsoa: { of: ({ lsoaCode }) => lsoaCode },
});

const district = {
  lad: codeColumn('LAD24CD', { ...LAD_CODE, also: [/^lad(\d{2})cd$/, /^l(?:tla|ad)(\d{2})_code$/], geography: 'lad' }),
  ladName: optionalText('LAD24NM', { also: [/^lad\d{2}nm$/, /^l(?:tla|ad)\d{2}_name$/], isRequired: false }),
  region: codeColumn('RGN24CD', {
    pattern: /^E12\d{6}$/,
    what: 'the code of a region such as E12000001',
    also: [/^rgn(\d{2})cd$/, /^region(\d{2})_code$/],
    geography: 'region',
  }),
  regionName: optionalText('RGN24NM', { also: [/^rgn\d{2}nm$/, /^region\d{2}_name$/], isRequired: false }),
};

export interface LadRegionRecord {
  readonly ladCode: string;
  readonly ladName: string | null;
  readonly regionCode: string;
  readonly regionName: string | null;
}

export const onsLadRegion = defineTable({
  id: 'ons_lad_region',
  title: 'Look-up of local authorities to regions',
  publisher: 'Office for National Statistics',
  about: 'Which region of England (E12…) each local authority is in. These are not the regions of the NHS.',
  isExchange: false,
  isRestricted: false,
  columns: district,
  ignored: /^objectid$/,
  toRecord: (at): LadRegionRecord => ({
    ladCode: at(district.lad),
    ladName: at(district.ladName),
    regionCode: at(district.region),
    regionName: at(district.regionName),
  }),
  keyOf: ({ ladCode }) => ladCode,
});
