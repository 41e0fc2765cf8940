import { describe, expect, it } from 'vitest';
import { PLACES_NOT_LIMITED } from '@/lib/domain/pathway-scenario/place-limit';
import { sampleResult, sampleScenario } from '@/lib/print/fixtures/sample-run';
import { scenarioText } from './scenario-text';

describe('the text of a run', () => {
  it('gives the gain with who loses and what it costs', () => {
    const [gain, cost, perGain, regime] = scenarioText(sampleResult()).split('\n');
    expect(gain).toContain('Kelvarrow fills 60.0 (80% interval 40.0 to 80.0) more specialty posts over the 15 years');
    expect(gain).toContain(
      'Of 60.0 specialty posts at the median, 45.0 are lost by other regions and 15.0 come from doctors without a post',
    );
    expect(cost).toBe('Whole cost, discounted at 3.5%: £1.2m (80% interval £900k to £1.5m).');
    expect(perGain).toBe('Cost for each CCT-FTE more: £150k (80% interval £110k to £190k).');
    expect(regime).toBe('After the Act of 2026.');
  });

  it('says before anything else, and once, that places are not limited', () => {
    const asked = sampleScenario();
    const result = sampleResult({ ...asked, switches: { ...asked.switches, ceiling: 'off' } });
    const text = scenarioText({ ...result, notes: [PLACES_NOT_LIMITED, ...result.notes] });
    expect(text.split('\n')[0]).toBe(PLACES_NOT_LIMITED);
    expect(text.split(PLACES_NOT_LIMITED)).toHaveLength(2);
  });

  it('names foundation posts as what changes where an offer is for F1 alone, and only there', () => {
    const unchanged = (nodes: 'foundation' | 'specialty_entry') => {
      const asked = sampleScenario();
      const result = sampleResult({ ...asked, offers: asked.offers.map((offer) => ({ ...offer, nodes: [nodes] })) });
      const extraPostsFilled = { ...result.summary.extraPostsFilled, mean: 0 };
      return scenarioText({ ...result, summary: { ...result.summary, extraPostsFilled } });
    };
    expect(unchanged('foundation')).toContain('stay as they are; foundation posts, CCTs and careers are below.');
    expect(unchanged('specialty_entry')).toContain('stay as they are; CCTs and careers are below.');
  });

  it('gives no cost where nothing is offered', () => {
    expect(scenarioText(sampleResult({ ...sampleScenario(), offers: [] }))).not.toContain('Whole cost');
  });
});
