import { describe, expect, it } from 'vitest';
import { checkPathwayInput } from '@/lib/domain/pathway/engine/check-pathway-input';
import { NO_FEEDBACKS } from '@/lib/domain/pathway/engine/pathway-switches';
import { pathwayExample } from '@/lib/testing/pathway-example';
import { FeedbackSwitches, feedbacksOf } from './feedback-switches';
import { PathwayScenario } from './pathway-scenario';

const input = pathwayExample(3, 4);
const given = (feedbacks: Partial<FeedbackSwitches>, ceiling: 'on' | 'off' = 'on') => ({
  ...input,
  switches: {
    ...input.switches,
    ceiling,
    feedbacks: feedbacksOf(FeedbackSwitches.parse(feedbacks), input.regions),
  },
});

describe('feedback switches', () => {
  it('are off unless somebody turns them on', () => {
    expect(feedbacksOf(FeedbackSwitches.parse({}), input.regions)).toEqual(NO_FEEDBACKS);
    const { switches, needWeighting } = PathwayScenario.parse({ country: 'england', offers: [] });
    expect(switches).toMatchObject({ workload: 'off', supervisors: 'off', nurses: 'off' });
    expect(needWeighting).toBe('deprivation_20');
  });

  it('make an input that the engine takes', () => {
    const all = given({ workload: 'on', supervisors: 'on', nurses: 'on' });
    expect(checkPathwayInput(all)).toEqual([]);
    expect(all.switches.feedbacks.nurseRetention?.changes.map(({ regionCode }) => regionCode)).toEqual(
      input.regions.map(({ code }) => code),
    );
  });

  it('are refused where posts have no limit', () => {
    expect(checkPathwayInput(given({ workload: 'on' }, 'off')).map(({ code }) => code)).toEqual([
      'contradictory_switches',
    ]);
  });
});
