/** Goes with every model of areas. */
export const AREAS_ARE_NOT_PEOPLE =
  'These are patterns between areas, not between people: the deprivation or ethnic mix of an authority says nothing about any one entrant from it, and none of this shows a cause.';

/** Goes with entrants that are set against residents of all ages. */
export const RESIDENTS_ARE_NOT_YOUNG =
  'The number of people aged 16 to 17 is not loaded: entrants are set against residents of all ages. Where more of the residents are young, more entrants are to be expected.';

/** Goes with the distance slopes, which are all that is shown of it. */
export const PRESTIGE_IS_NOT_DEFINED =
  "Prestige isn't defined by anybody. What is shown is how fast each school's entrants thin out with distance, and the year in which it was founded; nothing more.";

/** Goes with the models of foundation areas and of returning home. */
export const CAUSE_IS_NOT_KNOWN = 'Groups differ in how far they go and whether they return; why they do is not known.';
