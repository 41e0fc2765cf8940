import type { ScenarioDraft } from '@/lib/contracts/scenario-form';
import { NE, YH } from './viewers';

/** The scenario form for Yorkshire and the Humber as it is submitted when nothing is wrong. */
export const draftWith = (changes: Partial<ScenarioDraft> = {}): ScenarioDraft => ({
  scenarioId: null,
  basedOn: null,
  areaCode: YH,
  level: 'ST3',
  name: 'A welcome payment',
  peoplePerPlace: '2.80',
  noEffectPct: '50',
  targetExtraPosts: '10',
  typed: [],
  levers: [leverWith()],
  ...changes,
});

export const leverWith = (changes: Partial<ScenarioDraft['levers'][number]> = {}): ScenarioDraft['levers'][number] => ({
  leverId: 'golden-hello',
  on: true,
  coveragePct: '100',
  costPerPlacePerYearGbp: '10,000',
  costYears: '3',
  reason: '',
  ...changes,
});

/** The North East's posts and accepts, which no release holds. */
export const TYPED_NORTH_EAST = { areaCode: NE, posts: '60', accepts: '48' };
