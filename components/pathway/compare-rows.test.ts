import { describe, expect, it } from 'vitest';
import type { PathwayRun } from '@/lib/contracts/pathway-records';
import { sampleResult, sampleScenario } from '@/lib/print/fixtures/sample-run';
import { changedInputs, outcomeRows, regimeLines } from './compare-rows';

const run = (name: string, startYear: number, regime = 'After the Act of 2026.') => ({
  name,
  result: { regime, summary: { startYear }, scenario: { years: 15 } },
});
const SAME = '2026 to 2040, counted from the recruitment of 2026. After the Act of 2026.';

describe('years and rules of compared runs', () => {
  it('are said once where all runs share them', () => {
    expect(regimeLines([run('A', 2026), run('B', 2026)])).toEqual({ isOne: true, lines: [SAME] });
    expect(regimeLines([])).toEqual({ isOne: true, lines: [] });
  });

  it('are said of each run where years or rules differ', () => {
    expect(regimeLines([run('A', 2026), run('B', 2025)])).toEqual({
      isOne: false,
      lines: [`A: ${SAME}`, 'B: 2025 to 2039, counted from the recruitment of 2025. After the Act of 2026.'],
    });
    expect(regimeLines([run('A', 2026), run('B', 2026, 'Before the Act of 2026.')]).isOne).toBe(false);
  });
});

describe('changed inputs of compared runs', () => {
  it('name employer’s costs where one run counts them, and only then', () => {
    const scenario = sampleScenario();
    const changed = (employerOnCost?: number) =>
      changedInputs([{ scenario }, { scenario: { ...scenario, employerOnCost } }], String);
    expect(changed(0.15)).toEqual([
      { label: 'Employer’s costs', cells: ['not counted', '15% on payments to doctors'] },
    ]);
    expect(changed()).toEqual([]);
  });
});

describe('outcomes of compared runs', () => {
  const foundationOf = (...nodes: ('foundation' | 'specialty_entry')[]) => {
    const compared = nodes.map((node) => {
      const asked = sampleScenario();
      const scenario = { ...asked, offers: asked.offers.map((offer) => ({ ...offer, nodes: [node] })) };
      const run = { scenario, areaCode: 'XD-TR-kelvarrow' } as PathwayRun;
      return { name: node, run, result: sampleResult(scenario) };
    });
    return outcomeRows(compared).filter(({ label }) => label.startsWith('Foundation posts'));
  };

  it('give foundation posts filled, and lost elsewhere, where a run offers them', () => {
    const [filled, elsewhere] = foundationOf('foundation', 'specialty_entry');
    expect(filled?.cells[0]).toMatch(/^20\d\d: Kelvarrow \+6\.0 \(80% interval /);
    expect(elsewhere?.cells[0]).toMatch(/^20\d\d: .+ −1\.5 \(80% interval /);
    expect([filled?.cells[1], elsewhere?.cells[1]]).toEqual(['not offered at F1', 'not offered at F1']);
  });

  it('say nothing of foundation posts where no run offers them', () => {
    expect(foundationOf('specialty_entry')).toEqual([]);
  });

  it('say of a run without limit that its gain is of people, and give it no cost per gain', () => {
    const asked = sampleScenario();
    const compared = (['on', 'off'] as const).map((ceiling) => {
      const scenario = { ...asked, switches: { ...asked.switches, ceiling } };
      const run = { scenario, areaCode: 'XD-TR-kelvarrow' } as PathwayRun;
      return { name: ceiling, run, result: sampleResult(scenario) };
    });
    const rows = new Map(outcomeRows(compared).map(({ label, cells }) => [label, cells]));
    const gain = '60.0 (80% interval 40.0 to 80.0)';
    expect(rows.get('Specialty posts filled more, whole run')).toEqual([
      gain,
      `${gain}; people who would come, as places are not limited`,
    ]);
    expect(rows.get('Cost for each CCT-FTE more')?.[1]).toBe('not given: places are not limited in this run');
  });
});
