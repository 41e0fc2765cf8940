import type { SpecialtyGroup } from '@/lib/domain/pathway/specialty-group';

/** `gp` ST1–ST3 · `core2`, `core3` CT1–CT2, CT1–CT3 · `run5`, `run7` ST1 to ST5, ST7 · `higher3` ST3–ST7 · `higher4` ST4–ST7. */
export type Pathway = 'foundation' | 'gp' | 'core2' | 'core3' | 'run5' | 'run7' | 'higher3' | 'higher4';

export interface SpecialtyPlan {
  readonly specialty: string;
  readonly group: SpecialtyGroup | 'foundation';
  readonly pathway: Pathway;
  /** Posts of the whole country at scale 1, full-time equivalent, all levels. */
  readonly posts: number;
}

export const LEVELS_OF: Readonly<Record<Pathway, readonly string[]>> = {
  foundation: ['F1', 'F2'],
  gp: ['ST1', 'ST2', 'ST3'],
  core2: ['CT1', 'CT2'],
  core3: ['CT1', 'CT2', 'CT3'],
  run5: ['ST1', 'ST2', 'ST3', 'ST4', 'ST5'],
  run7: ['ST1', 'ST2', 'ST3', 'ST4', 'ST5', 'ST6', 'ST7'],
  higher3: ['ST3', 'ST4', 'ST5', 'ST6', 'ST7'],
  higher4: ['ST4', 'ST5', 'ST6', 'ST7'],
};

/** Recruitment level at which a pathway is entered; foundation posts are allocated, not recruited. */
export const RECRUITED_AT: Readonly<Record<Pathway, 'CT1/ST1' | 'ST3' | 'ST4' | null>> = {
  foundation: null,
  gp: 'CT1/ST1',
  core2: 'CT1/ST1',
  core3: 'CT1/ST1',
  run5: 'CT1/ST1',
  run7: 'CT1/ST1',
  higher3: 'ST3',
  higher4: 'ST4',
};

type Row = readonly [specialty: string, pathway: Pathway, posts: number];

const rows = (group: SpecialtyPlan['group'], list: readonly Row[]): SpecialtyPlan[] =>
  list.map(([specialty, pathway, posts]) => ({ specialty, group, pathway, posts }));

/** Specialties have the names of the profession; how many posts each has is invented. */
export const SPECIALTIES: readonly SpecialtyPlan[] = [
  ...rows('foundation', [['foundation', 'foundation', 14_000]]),
  ...rows('general_practice', [['general_practice', 'gp', 9600]]),
  ...rows('medicine', [
    ['internal_medicine', 'core3', 3600],
    ['acute_internal_medicine', 'higher4', 380],
    ['cardiology', 'higher4', 620],
    ['clinical_oncology', 'higher3', 300],
    ['clinical_pharmacology', 'higher4', 60],
    ['dermatology', 'higher3', 240],
    ['endocrinology_and_diabetes', 'higher4', 400],
    ['gastroenterology', 'higher4', 560],
    ['genitourinary_medicine', 'higher4', 110],
    ['geriatric_medicine', 'higher4', 640],
    ['haematology', 'higher3', 420],
    ['infectious_diseases', 'higher3', 160],
    ['medical_oncology', 'higher3', 240],
    ['neurology', 'higher4', 270],
    ['palliative_medicine', 'higher4', 180],
    ['rehabilitation_medicine', 'higher3', 70],
    ['renal_medicine', 'higher4', 330],
    ['respiratory_medicine', 'higher4', 580],
    ['rheumatology', 'higher4', 260],
    ['stroke_medicine', 'higher4', 90],
  ]),
  ...rows('surgery', [
    ['core_surgical_training', 'core2', 1150],
    ['cardiothoracic_surgery', 'run7', 130],
    ['ear_nose_and_throat', 'higher3', 310],
    ['general_surgery', 'higher3', 1150],
    ['maxillofacial_surgery', 'higher3', 140],
    ['neurosurgery', 'run7', 220],
    ['ophthalmology', 'run7', 620],
    ['paediatric_surgery', 'higher3', 90],
    ['plastic_surgery', 'higher3', 290],
    ['trauma_and_orthopaedic_surgery', 'higher3', 960],
    ['urology', 'higher3', 310],
    ['vascular_surgery', 'higher3', 170],
  ]),
  ...rows('psychiatry', [
    ['core_psychiatry', 'core3', 1450],
    ['child_and_adolescent_psychiatry', 'higher4', 290],
    ['forensic_psychiatry', 'higher4', 110],
    ['general_psychiatry', 'higher4', 720],
    ['learning_disability_psychiatry', 'higher4', 90],
    ['old_age_psychiatry', 'higher4', 260],
    ['medical_psychotherapy', 'higher4', 60],
  ]),
  ...rows('paediatrics', [
    ['paediatrics', 'run7', 3100],
    ['community_child_health', 'higher4', 150],
    ['neonatal_medicine', 'higher4', 130],
  ]),
  ...rows('obstetrics_gynaecology', [
    ['obstetrics_and_gynaecology', 'run7', 1950],
    ['sexual_and_reproductive_health', 'run5', 60],
  ]),
  ...rows('anaesthetics_emergency', [
    ['acute_care_common_stem', 'core2', 900],
    ['core_anaesthetics', 'core3', 1050],
    ['anaesthetics', 'higher4', 1500],
    ['emergency_medicine', 'higher4', 760],
    ['paediatric_emergency_medicine', 'higher4', 60],
    ['intensive_care_medicine', 'higher3', 400],
  ]),
  ...rows('diagnostics_other', [
    ['clinical_radiology', 'run5', 1500],
    ['interventional_radiology', 'higher4', 90],
    ['histopathology', 'run5', 460],
    ['chemical_pathology', 'run5', 70],
    ['medical_microbiology', 'higher3', 180],
    ['clinical_genetics', 'higher3', 80],
    ['clinical_neurophysiology', 'higher3', 50],
    ['nuclear_medicine', 'higher3', 40],
    ['public_health', 'run5', 180],
    ['occupational_medicine', 'higher3', 50],
  ]),
];
