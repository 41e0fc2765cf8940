import type { SpecialtyGroup } from '@/lib/domain/pathway/specialty-group';

/** `foundation`: F1 and F2, which belong to no group. */
type Placed = SpecialtyGroup | 'foundation';

/**
 * Names as files of posts and of recruitment have them, in small letters and single spaces. Groups of training programmes
 * as recruitment publishes them; core programmes stand with the group that they lead to.
 */
const NAMES: Readonly<Record<Placed, readonly string[]>> = {
  foundation: ['foundation', 'foundation programme'],
  general_practice: ['general practice', 'gp'],
  medicine: [
    'internal medicine',
    'internal medicine training',
    'core medical training',
    'acute care common stem acute medicine',
    'acute internal medicine',
    'cardiology',
    'clinical oncology',
    'clinical pharmacology',
    'clinical pharmacology and therapeutics',
    'combined infection training',
    'dermatology',
    'endocrinology and diabetes',
    'endocrinology and diabetes mellitus',
    'gastroenterology',
    'genitourinary medicine',
    'geriatric medicine',
    'haematology',
    'infectious diseases',
    'medical oncology',
    'neurology',
    'palliative medicine',
    'rehabilitation medicine',
    'renal medicine',
    'respiratory medicine',
    'rheumatology',
    'stroke medicine',
  ],
  surgery: [
    'core surgical training',
    'cardiothoracic surgery',
    'ear nose and throat',
    'ear nose and throat surgery',
    'otolaryngology',
    'general surgery',
    'maxillofacial surgery',
    'oral and maxillofacial surgery',
    'neurosurgery',
    'ophthalmology',
    'paediatric surgery',
    'plastic surgery',
    'trauma and orthopaedic surgery',
    'urology',
    'vascular surgery',
  ],
  psychiatry: [
    'core psychiatry',
    'core psychiatry training',
    'child and adolescent psychiatry',
    'forensic psychiatry',
    'general psychiatry',
    'learning disability psychiatry',
    'psychiatry of learning disability',
    'old age psychiatry',
    'medical psychotherapy',
  ],
  paediatrics: ['paediatrics', 'community child health', 'neonatal medicine', 'paediatric cardiology'],
  obstetrics_gynaecology: [
    'obstetrics and gynaecology',
    'sexual and reproductive health',
    'community sexual and reproductive health',
  ],
  anaesthetics_emergency: [
    'acute care common stem',
    'acute care common stem anaesthetics',
    'acute care common stem emergency medicine',
    'core anaesthetics',
    'core anaesthetics training',
    'anaesthetics',
    'emergency medicine',
    'paediatric emergency medicine',
    'intensive care medicine',
  ],
  diagnostics_other: [
    'clinical radiology',
    'interventional radiology',
    'histopathology',
    'chemical pathology',
    'medical microbiology',
    'medical virology',
    'clinical genetics',
    'clinical neurophysiology',
    'nuclear medicine',
    'public health',
    'public health medicine',
    'occupational medicine',
  ],
};

const GROUP_OF = new Map(
  Object.entries(NAMES).flatMap(([group, names]) => names.map((name) => [name, group as Placed] as const)),
);

/** `trauma_and_orthopaedic_surgery`, “Trauma & Orthopaedic Surgery”: the same name. */
const plain = (name: string): string =>
  name
    .toLowerCase()
    .replaceAll('&', ' and ')
    .replace(/[^a-z]+/g, ' ')
    .trim();

/** The group of a specialty by its name; null where the name isn't known: it takes no part, and has to be told. */
export const groupOfSpecialty = (name: string): Placed | null => GROUP_OF.get(plain(name)) ?? null;
