import type { ReactNode } from 'react';
import { Disclosure } from '@/components/ui/disclosure';
import { NumberInput } from '@/components/ui/number-input';
import { Select } from '@/components/ui/select';
import { EMPLOYER_ON_COSTS } from '@/lib/domain/levers/offers/plan-costs';
import { NEED_WEIGHTINGS, type PathwayScenario } from '@/lib/domain/pathway-scenario/pathway-scenario';
import { DRAW_STAGES } from '@/lib/domain/uncertainty/draw-plan';
import { onCostWords, WEIGHTING_WORDS } from '@/lib/format/pathway-words';

type AssumptionsProps = {
  scenario: PathwayScenario;
  /** What they rest on: long, and the same for everybody. */
  basis: ReactNode;
  onChange: (change: Partial<PathwayScenario>) => void;
};
type Switches = PathwayScenario['switches'];

const PERCENT = 100;

/** Structural assumptions; each may be set the other way, and the result says how it was set. */
const SWITCHES: readonly {
  key: keyof Switches;
  label: string;
  options: readonly { value: string; label: string }[];
}[] = [
  {
    key: 'regime',
    label: 'Recruitment rules',
    options: [
      { value: 'after_act', label: 'After the Act of 2026: prioritised doctors first' },
      { value: 'before_act', label: 'Before it: all together' },
    ],
  },
  {
    key: 'choice',
    label: 'How doctors choose',
    options: [
      { value: 'nested', label: 'A post or none, then which' },
      { value: 'plain', label: 'All at once' },
    ],
  },
  {
    key: 'stayConstant',
    label: 'Why people stay where they are',
    options: [
      { value: 'causal', label: 'Being there makes them stay' },
      { value: 'sorting', label: 'Those who came wanted to be there' },
    ],
  },
  {
    key: 'ceiling',
    label: 'Full posts',
    options: [
      { value: 'on', label: 'No more than there are' },
      { value: 'off', label: 'Without a limit (to compare only)' },
    ],
  },
  {
    key: 'preferences',
    label: 'Surveys of 2013 to 2017',
    options: [
      { value: 'unchanged', label: 'Still hold' },
      { value: 'shifted', label: 'Half as strong' },
    ],
  },
  {
    key: 'workload',
    label: 'Vacancies, workload and leaving',
    options: [
      { value: 'off', label: 'Vacancies make nobody leave' },
      { value: 'on', label: 'More vacancies, more burnout, more leave (assumption)' },
    ],
  },
  {
    key: 'supervisors',
    label: 'Supervisors',
    options: [
      { value: 'off', label: 'Enough for every post' },
      { value: 'on', label: 'One trainee for two FTE of consultants and GPs (assumption)' },
    ],
  },
  {
    key: 'nurses',
    label: 'Nurses',
    options: [
      { value: 'off', label: 'As many stay as now' },
      { value: 'on', label: '10% more stay everywhere, and with them doctors' },
    ],
  },
];

/** Those suggested, and what a file may have set instead. */
const onCostOptions = (set: number | undefined) =>
  [undefined, ...new Set([...EMPLOYER_ON_COSTS, ...(set === undefined ? [] : [set])])].map((share) => ({
    value: String(share ?? ''),
    label: share === undefined ? 'Not counted' : `${onCostWords(share)} (assumption)`,
  }));

/** An empty box or 40 years would be refused: the nearest that can be run. */
const yearsIn = (text: string): number => Math.min(30, Math.max(1, Math.round(Number(text)) || 1));

export function Assumptions({ scenario, basis, onChange }: AssumptionsProps) {
  const { switches } = scenario;
  return (
    <Disclosure summary="Assumptions">
      <div className="grid gap-3 sm:grid-cols-2">
        <NumberInput
          name="years"
          label="Years run"
          min={1}
          max={30}
          value={scenario.years}
          onChange={({ currentTarget }) => onChange({ years: yearsIn(currentTarget.value) })}
        />
        <NumberInput
          name="noEffect"
          label="Chance that an uncertain lever does nothing"
          unit="%"
          min={0}
          max={100}
          value={Math.round(PERCENT * PERCENT * scenario.noEffectProbability) / PERCENT}
          onChange={({ currentTarget }) => onChange({ noEffectProbability: Number(currentTarget.value) / PERCENT })}
        />
        <Select
          name="weighting"
          label="Need is weighed by"
          value={scenario.needWeighting}
          options={NEED_WEIGHTINGS.map((value) => ({ value, label: WEIGHTING_WORDS[value] }))}
          onChange={({ currentTarget }) =>
            onChange({
              needWeighting: NEED_WEIGHTINGS.find((value) => value === currentTarget.value) ?? 'deprivation_20',
            })
          }
        />
        <Select
          name="draws"
          label="Draws of a saved run"
          value={String(scenario.draws)}
          options={DRAW_STAGES.map((stage) => ({ value: String(stage), label: stage.toLocaleString('en-GB') }))}
          onChange={({ currentTarget }) =>
            onChange({ draws: DRAW_STAGES.find((stage) => String(stage) === currentTarget.value) ?? 256 })
          }
        />
        <Select
          name="employerOnCost"
          label="Employer’s costs of payments"
          hint="National insurance and administration on top of payments to doctors, whatever price you enter for them: 15 to 20%, an assumption."
          value={String(scenario.employerOnCost ?? '')}
          options={onCostOptions(scenario.employerOnCost)}
          onChange={({ currentTarget: { value } }) =>
            onChange({ employerOnCost: value === '' ? undefined : Number(value) })
          }
        />
        {SWITCHES.map(({ key, label, options }) => (
          <Select
            key={key}
            name={key}
            label={label}
            value={switches[key]}
            options={options}
            onChange={({ currentTarget }) => onChange({ switches: { ...switches, [key]: currentTarget.value } })}
          />
        ))}
      </div>
      <div className="pt-4">{basis}</div>
    </Disclosure>
  );
}
