/** Shapes of codes, and what to say where a cell has another. */

export const PRACTICE_CODE = { pattern: /^[A-Z][A-Z0-9]{5}$/, what: 'a practice code such as A81001' };
export const LSOA_CODE = { pattern: /^E01\d{6}$/, what: 'an LSOA code of England such as E01000001' };
export const LAD_CODE = { pattern: /^E0[6-9]\d{6}$/, what: 'a local authority code such as E06000001' };
export const ICB_GSS_CODE = { pattern: /^E54\d{6}$/, what: 'an ICB code such as E54000008' };
export const ICB_ODS_CODE = { pattern: /^Q[A-Z0-9]{2}$/, what: 'an NHS code of an ICB such as QYG' };
/** GSS codes, and Stead's own for training regions, foundation areas, boards without a code yet and the demonstration country. */
export const AREA_CODE = {
  pattern: /^(?:E\d{8}|(?:TR|FA|ICB)-[a-z0-9-]{1,60}|XD-[A-Za-z0-9-]{1,60})$/,
  what: 'an area code such as E54000008, TR-yorkshire-and-the-humber or FA-north-central-and-east-london',
};
export const HOME_LAD_CODE = {
  pattern: /^(?:[ENSW]\d{8}|XD-[A-Za-z0-9-]{1,60})$/,
  what: 'the code of a local authority such as E06000001, or W06000015 elsewhere in the United Kingdom',
};
export const SCHOOL_OR_FOUNDATION_AREA = {
  pattern: /^(?:(?:XD-)?FA-[A-Za-z0-9-]{1,60}|(?:XD-)?[a-z0-9]+(?:-[a-z0-9]+)*)$/,
  what: "a school's identifier such as university-of-leeds, or a foundation area such as FA-trent",
};
export const SCHOOL_ID = {
  pattern: /^(?:XD-)?[a-z0-9]+(?:-[a-z0-9]+)*$/,
  what: "a school's identifier such as university-of-leeds",
};
