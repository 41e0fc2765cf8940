/**
 * People who applied for each training place in 2024: 26,138 people for 9,341 places, so 2.80. Not
 * applications per place (5.78), which counts a person once for every application.
 * Source: Royal College of Anaesthetists, 16 December 2024.
 */
export const PEOPLE_PER_PLACE = {
  value: 2.8,
  basis: '26,138 people applied for 9,341 places in 2024 (Royal College of Anaesthetists, 16 December 2024)',
} as const;
