import { z } from 'zod';
import { RecruitmentLevel } from './scenario';

/** Typed posts and accepts of a region; both empty = not typed. */
const Typed = z.strictObject({ areaCode: z.string(), posts: z.string(), accepts: z.string() });

const LeverField = z.strictObject({
  leverId: z.string(),
  on: z.boolean(),
  coveragePct: z.string(),
  costPerPlacePerYearGbp: z.string(),
  costYears: z.string(),
  reason: z.string(),
});

/** The scenario form as submitted: words, not yet numbers, so that nothing typed is lost on an error. */
export const ScenarioDraft = z.strictObject({
  scenarioId: z.string().nullable(),
  /** When the stored scenario had last been saved as it was opened: what somebody has saved since isn't overwritten unseen. */
  basedOn: z.string().nullable(),
  areaCode: z.string(),
  level: RecruitmentLevel,
  name: z.string(),
  peoplePerPlace: z.string(),
  noEffectPct: z.string(),
  targetExtraPosts: z.string(),
  typed: z.array(Typed),
  levers: z.array(LeverField),
});
export type ScenarioDraft = z.infer<typeof ScenarioDraft>;

const text = (form: FormData, name: string): string => {
  const value = form.get(name);
  return typeof value === 'string' ? value.trim() : '';
};

/** Names of the form `kind:key:part` in the form, as a set of keys. */
const keysOf = (form: FormData, kind: string): string[] => [
  ...new Set([...form.keys()].flatMap((name) => (name.startsWith(`${kind}:`) ? [name.split(':')[1] ?? ''] : []))),
];

/** Reads the submitted form; null where it is not the scenario form at all. */
export function toScenarioDraft(form: FormData): ScenarioDraft | null {
  const draft = ScenarioDraft.safeParse({
    scenarioId: text(form, 'scenarioId') || null,
    basedOn: text(form, 'basedOn') || null,
    areaCode: text(form, 'areaCode'),
    level: text(form, 'level'),
    name: text(form, 'name'),
    peoplePerPlace: text(form, 'peoplePerPlace'),
    noEffectPct: text(form, 'noEffectPct'),
    targetExtraPosts: text(form, 'targetExtraPosts'),
    typed: keysOf(form, 'typed').map((areaCode) => ({
      areaCode,
      posts: text(form, `typed:${areaCode}:posts`),
      accepts: text(form, `typed:${areaCode}:accepts`),
    })),
    levers: keysOf(form, 'lever').map((leverId) => ({
      leverId,
      on: form.get(`lever:${leverId}:on`) !== null,
      coveragePct: text(form, `lever:${leverId}:coverage`),
      costPerPlacePerYearGbp: text(form, `lever:${leverId}:cost`),
      costYears: text(form, `lever:${leverId}:years`),
      reason: text(form, `lever:${leverId}:reason`),
    })),
  });
  return draft.success ? draft.data : null;
}

/** An error beside its field; `field` is the form's own name. */
export type FieldError = { field: string; message: string };

/** Of what is wrong with saving itself: the button that saves. */
export const SAVE_FIELD = 'save';
