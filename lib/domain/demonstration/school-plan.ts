export interface SchoolPlan {
  readonly id: string;
  readonly name: string;
  /** `slug` of the training region. */
  readonly region: string;
  /** Calendar year of the first intake. */
  readonly founded: number;
  /** Entrants in the last cohort at scale 1. */
  readonly annualIntake: number;
  readonly hasGateway: boolean;
  readonly hasGraduateEntry: boolean;
}

const school = (
  id: string,
  name: string,
  region: string,
  founded: number,
  annualIntake: number,
  routes = '',
): SchoolPlan => ({
  id,
  name,
  region,
  founded,
  annualIntake,
  hasGateway: routes.includes('gateway'),
  hasGraduateEntry: routes.includes('graduate'),
});

/** The fourteen medical schools, oldest first. Every name is invented. */
export const SCHOOLS: readonly SchoolPlan[] = [
  school('xd-quillmarch', 'Quillmarch Old Schools of Medicine', 'quillmarch', 1702, 420, 'graduate'),
  school('xd-oruvane-royal', 'Oruvane Royal Medical School', 'oruvane', 1741, 640, 'graduate'),
  school('xd-saint-ferrant', 'Saint Ferrant Medical School', 'oruvane', 1785, 540, 'graduate gateway'),
  school('xd-sothrake', 'Sothrake Medical School', 'sothrake', 1828, 600, 'graduate'),
  school('xd-kelvarrow', 'Kelvarrow Medical School', 'kelvarrow', 1832, 690, 'graduate gateway'),
  school('xd-merrowind', 'Merrowind Medical School', 'merrowind', 1875, 600, 'graduate'),
  school('xd-oruvane-quays', 'Oruvane Quays Medical School', 'oruvane', 1893, 460, 'gateway'),
  school('xd-tirrenfold', 'Tirrenfold Medical School', 'tirrenfold', 1904, 580, 'gateway'),
  school('xd-vashgrove', 'Vashgrove Medical School', 'vashgrove', 1948, 540, 'graduate'),
  school('xd-new-oruvane', 'New Oruvane Medical School', 'oruvane', 1965, 420, 'graduate gateway'),
  school('xd-drommel', 'Drommel Medical School', 'drommel', 1967, 580, 'gateway'),
  school('xd-norvask', 'Norvask Medical School', 'norvask', 1971, 520, 'gateway'),
  school('xd-zephrane', 'Zephrane Medical School', 'zephrane', 2013, 420, 'graduate'),
  school('xd-ulvenreach', 'Ulvenreach Medical School', 'ulvenreach', 2018, 300, 'gateway'),
];
