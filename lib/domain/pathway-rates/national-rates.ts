import type { FittedPull, MovementFit } from '@/lib/domain/choice/fit-movements';
import type { ChoiceParameters, GroupProgramme, Sourced, StageRates } from '@/lib/domain/pathway/engine/pathway-input';
import type { SpecialtyGroup } from '@/lib/domain/pathway/specialty-group';
import { PROGRAMME_LENGTHS } from './programme-lengths';
import type { RateParameterId } from './rate-parameters';
import { type LoadedRate, sourcedRate } from './sourced-rate';

export type LoadedRates = Readonly<Partial<Record<RateParameterId, LoadedRate>>>;

/** Years of a programme in which more leave: the first two. */
const EARLY_YEARS = 2;

/** Stage rates as the pathway reads them: loaded where they are, else national and marked as such. */
export const stageRates = (loaded: LoadedRates = {}): StageRates => {
  const rate = (id: RateParameterId): Sourced => sourcedRate(id, loaded[id]);
  return {
    tieShare: rate('tie_share'),
    foundationLeaving: rate('foundation_leaving'),
    applying: {
      f2: rate('applying_f2'),
      gap1: rate('applying_gap1'),
      gap2: rate('applying_gap2'),
      gap3: rate('applying_gap3'),
    },
    gapLeaving: rate('gap_leaving'),
    higherPoolLeaving: rate('higher_pool_leaving'),
    returning: rate('returning'),
    earlyHazardRatio: rate('early_hazard'),
    earlyYears: EARLY_YEARS,
    ltftFte: rate('ltft_fte'),
    // Not shown to retain: no effect, with its spread in the draws.
    ltftHazardRatio: {
      value: 1,
      provenance: 'assumption',
      source: 'Not shown to retain: centred on no effect (B12)',
      nationalOnly: true,
    },
    deprivationHazardRatio: rate('hr_imd_q5_vs_q1'),
    settling: {
      consultant: [rate('consultant_first_year'), rate('consultant_second_year')],
      gp: [rate('gp_first_year'), rate('gp_second_year')],
    },
    careerLeaving: { consultant: rate('consultant_leaving'), gp: rate('gp_leaving') },
    fteOnJoining: { consultant: rate('consultant_fte'), gp: rate('gp_fte') },
  };
};

const attritionOf = (group: SpecialtyGroup): RateParameterId => {
  if (group === 'paediatrics') return 'attrition_paediatrics';
  return group === 'surgery' ? 'attrition_surgery' : 'train_attrition';
};

/** Rates of one programme; a specialty without a figure of its own has the one of all. */
export const ratesOfProgramme = (
  group: SpecialtyGroup,
  loaded: LoadedRates = {},
): Pick<GroupProgramme, 'dilation' | 'annualAttrition' | 'ltftShare'> => {
  const id = attritionOf(group);
  return {
    dilation: sourcedRate('dilation', loaded.dilation),
    annualAttrition: sourcedRate(id, loaded[id]),
    ltftShare: sourcedRate('ltft_share', loaded.ltft_share),
  };
};

/** Programmes with the lengths of the evidence and their rates, where no posts are loaded to read lengths from. */
export const programmeRates = (loaded: LoadedRates = {}): GroupProgramme[] =>
  PROGRAMME_LENGTHS.map((programme) => ({ ...programme, ...ratesOfProgramme(programme.group, loaded) }));

const fittedRate = (pull: FittedPull): Sourced => ({
  value: pull.estimate,
  provenance: 'modelled',
  source: 'Fitted to loaded movements',
  nationalOnly: false,
});

/** Choice parameters but for the constants of regions: fitted where movements are loaded, else of the evidence. */
export const choiceRates = (
  movements: MovementFit,
  loaded: LoadedRates = {},
): Omit<ChoiceParameters, 'attraction' | 'careerAttraction'> => {
  const fit = movements.kind === 'fitted' ? movements : null;
  const rate = (id: RateParameterId): Sourced => sourcedRate(id, loaded[id]);
  const nest = fit?.nest.kind === 'fitted' ? fit.nest : null;
  return {
    stayConstant: fit ? fittedRate(fit.stayConstant) : rate('stay_constant'),
    distancePer100Km: fit ? fittedRate(fit.distancePer100Km) : rate('distance_per_100km'),
    homeConstant: fit?.homeConstant ? fittedRate(fit.homeConstant) : rate('home_constant'),
    deprivationPerStep: rate('deprivation_per_step'),
    tieFactor: rate('tie_factor'),
    nestDissimilarity: nest
      ? fittedRate({ estimate: nest.dissimilarity, standardError: nest.standardError })
      : rate('nest_dissimilarity'),
    stayPerYear: rate('stay_per_year'),
    movementsFitted: movements.donorsNamed,
  };
};
