import type { FindingDefinition } from './finding';

const AREAS_NOT_PEOPLE = 'A relation between areas says nothing about people in them, and names no cause.';

/** The cards, in the order of the summaries. */
export const FINDING_DEFINITIONS: readonly FindingDefinition[] = [
  {
    id: 'A1-1.2',
    claim: 'Some areas have fewer doctors although their need is greater.',
    test: 'Straight line of fully qualified GPs (full-time equivalent) per 10,000 patients on the need index, one point an area. Supported where GPs are fewer with greater need.',
    mayNotConclude: `GPs only: no other doctors are in these figures. ${AREAS_NOT_PEOPLE} How many doctors an area should have isn’t tested.`,
  },
  {
    id: 'A1-1.3',
    claim: 'Recruitment is harder where income is low, work is scarce, and housing and surroundings are poor.',
    test: 'Straight line of the vacancy rate of training posts on the deprivation score, one point an area. Supported where more posts are vacant with more deprivation. Each domain that is loaded stands beside it.',
    mayNotConclude: `Training posts only. ${AREAS_NOT_PEOPLE} The domains go together, so that none can be singled out.`,
  },
  {
    id: 'A1-1.6',
    claim: 'Recruitment and retention of doctors go with the inequality between places.',
    test: 'Straight lines of retention in region one year after foundation training, and of the vacancy rate of training posts, on the deprivation score, one point an area. Supported where retention is lower and vacancies are more with more deprivation.',
    mayNotConclude: `Doctors in training only. An ecological association. ${AREAS_NOT_PEOPLE}`,
  },
  {
    id: 'A1-1.10',
    claim: 'Gender, ethnicity and social background go with the kind of job, with few women among surgeons.',
    test: 'Share of women in surgery less their share in all other specialties; and shares of non-white people and of people from the most deprived fifth in general practice less their shares elsewhere. Supported where women are fewer in surgery and both other shares differ.',
    mayNotConclude: 'Nothing about why: choice, selection and opportunity cannot be told apart here.',
  },
  {
    id: 'A1-1.11',
    claim: 'Where people train goes with where they work later.',
    test: 'Share of career posts in the region of training less the share there would be if career regions didn’t go with training regions. Supported where it is more.',
    mayNotConclude:
      'Not that training somewhere makes people stay: those who wanted to live there may have trained there.',
  },
  {
    id: 'A2-2.3',
    claim: 'Fewer students come from deprived areas, above all at older schools.',
    test: 'Gradient of representation over deprivation fifths, against people aged 16 to 17; and from the model, the rank correlation of schools’ deprivation slopes with the years of their founding. Supported where the gradient rises towards the least deprived and older schools’ slopes are steeper.',
    mayNotConclude:
      'Not that schools turn people away: who applied isn’t in these data. An area’s deprivation isn’t a person’s.',
  },
  {
    id: 'A2-2.4',
    claim: 'Most schools recruit heavily from nearby.',
    test: 'Share of schools that recruit more from their own region than their young people there would give, clear of chance. Supported where it is above one half, clear of chance.',
    mayNotConclude:
      '“Heavily” isn’t defined by the summary: a verdict here is of recruiting more than in proportion nearby, and of nothing more. Living nearby isn’t the reason of a choice.',
    notDefined: { word: 'heavily', tested: 'narrower' },
  },
  {
    id: 'A2-2.5',
    claim: 'Students travel further to prestigious schools.',
    test: 'From the model: the rank correlation of schools’ distance slopes with the years of their founding, as nobody defines prestige. It is shown, and decides nothing: there is no verdict.',
    mayNotConclude:
      'Nothing about prestige, which nobody defines: the claim can’t be tested. How old a school is isn’t how prestigious it is.',
    notDefined: { word: 'prestigious', tested: 'none' },
  },
  {
    id: 'A2-2.6',
    claim: 'All schools take more women than men.',
    test: 'Share of women among women and men, school by school: the share of schools where it is above one half, clear of chance. Supported where that is every school; not supported where one is below one half, clear of chance. Schools aren’t named: who studies there is for their own staff.',
    mayNotConclude: 'Not that women are preferred: who applied isn’t in these data.',
  },
  {
    id: 'A2-2.7',
    claim: 'Non-white people are a larger share of students than of the population.',
    test: 'Share of non-white entrants among those whose ethnic group is known ÷ their share of people aged 16 to 17. Supported where it is above 1.',
    mayNotConclude: 'Nothing about any single ethnic group: they differ, and two groups hide it.',
  },
  {
    id: 'A2-2.8',
    claim: 'Graduates often stay in the region of their school for foundation training.',
    test: 'Share of graduates in the region of their school less the share there would be if foundation regions didn’t go with school regions. Supported where it is more.',
    mayNotConclude:
      '“Often” isn’t defined by the summary: a verdict here is of staying more than the sizes of the regions would give, and of nothing more. Not that they wanted to stay: places are allocated.',
    notDefined: { word: 'often', tested: 'narrower' },
  },
  {
    id: 'A2-2.9',
    claim: 'Women and non-white graduates move further from their school for foundation training.',
    test: 'Share who move more than 50 km from their school, women less men and non-white less white graduates; with the terms of the model where fitted. Supported where all are above 0.',
    mayNotConclude: 'Why isn’t known, the summary says so too. A long way from the school may be the way home.',
  },
  {
    id: 'A2-2.10',
    claim: 'Graduates of the capital’s schools move away more; it has more graduates than foundation places.',
    test: 'Share of graduates who leave the region of their school, capital less elsewhere; and graduates of the capital’s schools for each foundation place there. Supported where both are more.',
    mayNotConclude: 'Not that the lack of places makes people leave, nor that those who leave wanted to stay.',
  },
  {
    id: 'A2-2.11',
    claim: 'Gender, ethnicity and home area go with the career that people reach.',
    test: 'Share with a consultant post among those with a career post: women less men, non-white less white, homes in the most deprived fifth less homes in the least deprived. Supported where all three differ.',
    mayNotConclude:
      'Nothing about opportunity by itself: a difference may be chosen, and equal shares may hide barriers.',
  },
  {
    id: 'A2-2.12',
    claim: 'Numbers from the most deprived areas remain low.',
    test: 'Share of entrants from the most deprived fifth ÷ its share of people aged 16 to 17, in every period loaded. Supported where all are below 1; the latest is given.',
    mayNotConclude: 'Not which school could do more, nor what would help.',
  },
];
