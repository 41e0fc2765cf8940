import { describe, expect, it } from 'vitest';
import { type ChallengeData, type FlipData, notLookedAt, weakestData, wouldFlip } from './challenge';
import { findingTitle, footerTitle } from './finding-title';

const nothing: ChallengeData = {
  staleNames: [],
  withoutInterval: [],
  derivedNames: [],
  loadedGroups: ['vacancy', 'retention', 'supply', 'need'],
  partial: null,
  typedAreas: [],
  weakLevers: [],
};

const option: FlipData = {
  breakEvenDeltaUtility: 0.05,
  breakEvenOnFillOdds: 0.1,
  medianDeltaUtility: 0.25,
  atCeiling: false,
  otherRegionsModelled: true,
};

describe('challenge section', () => {
  it('states break-even as a share of the median effect, on both readings', () => {
    expect(wouldFlip(option)[0]).toContain('needs 20% of the median effect in the round, and 40% of it');
  });

  it('says that fill can’t rise when the round is at its ceiling', () => {
    expect(wouldFlip({ ...option, atCeiling: true })[0]).toContain('at or near its ceiling');
  });

  it('doesn’t divide by a median effect of nil', () => {
    expect(wouldFlip({ ...option, medianDeltaUtility: 0 })[0]).toContain('median effect is nil');
  });

  it('is never empty, with or without an option', () => {
    expect(wouldFlip(null)).toHaveLength(1);
    expect(weakestData(nothing)).toHaveLength(1);
    expect(notLookedAt(nothing, false).length).toBeGreaterThan(0);
  });

  it('names typed-in posts and partial cover as weak data', () => {
    const weak = weakestData({
      ...nothing,
      typedAreas: ['North East'],
      partial: { name: 'Posts filled ST3', loaded: 3, total: 11 },
    });
    expect(weak).toEqual([
      'Posts filled ST3 is loaded for 3 of 11 areas, so this area’s place among all of them is not known.',
      'Posts and accepts typed in by the author, not checked against a published file: North East.',
    ]);
  });

  it('names the subjects without a current figure', () => {
    expect(notLookedAt({ ...nothing, loadedGroups: ['need'] }, false)[0]).toBe(
      'No current figure is loaded here on: vacancy and fill, retention in the region and doctors in post.',
    );
  });
});

describe('title', () => {
  it('names the area and keeps an abbreviation’s capitals', () => {
    expect(findingTitle('North East', 'ST3 fill is 80%.')).toBe('North East: ST3 fill is 80%');
    expect(findingTitle('North East', 'At ST3, fill is 80%.')).toBe('North East: at ST3, fill is 80%');
  });

  it('says so when there is nothing to report', () => {
    expect(findingTitle('North East', null)).toBe('North East: no current figure is loaded to report');
  });

  it('fits one line at the foot of the page, with the area’s name', () => {
    const footer = footerTitle('North East', 'word '.repeat(60));
    expect(footer.length).toBeLessThanOrEqual(120);
    expect(footer.startsWith('North East: ')).toBe(true);
  });
});
