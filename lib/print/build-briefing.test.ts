import { describe, expect, it } from 'vitest';
import { buildBriefing } from './build-briefing';
import { northEastInput, yorkshireInput } from './fixtures/sample-input';

describe('buildBriefing', () => {
  it('gives the same document for the same input', () => {
    expect(JSON.stringify(buildBriefing(yorkshireInput()))).toBe(JSON.stringify(buildBriefing(yorkshireInput())));
  });

  it('prints value, interval and counts of a fill rate', () => {
    const row = buildBriefing(yorkshireInput()).position.rows[0];
    expect(row).toMatchObject({
      breakdown: 'ST3',
      value: '85.0%',
      interval: '77.8 to 90.2',
      counts: '108 of 127',
      comparatorValue: '90.1%',
      comparison: 'Similar',
    });
  });

  it('places a figure without an interval and says that it has none', () => {
    const row = buildBriefing(northEastInput()).position.rows.find(({ indicatorId }) => indicatorId === 'need-core');
    expect(row).toMatchObject({ value: '1.12', interval: '', comparison: 'Above, no interval', tone: 'higher' });
  });

  it('lists what is not loaded apart, with what would load it, and never as a number', () => {
    const { position } = buildBriefing(northEastInput());
    expect(position.notLoaded.map(({ indicator }) => indicator)).toContain('Specialty training posts filled');
    expect(position.rows.some(({ value }) => value === '0.0%' || value === 'Not loaded')).toBe(false);
  });

  it('hides the counts of a suppressed figure', () => {
    const input = yorkshireInput();
    const position = input.position.map((row) => ({
      ...row,
      figure: { ...row.figure, measure: { kind: 'suppressed' as const } },
    }));
    const rows = buildBriefing({ ...input, position, map: null, bars: null }).position.rows.filter(
      ({ stale }) => !stale,
    );
    expect(rows.every(({ value, counts, interval }) => `${value}|${counts}|${interval}` === 'Suppressed||')).toBe(true);
    expect(rows.every(({ tone }) => tone === 'not_compared')).toBe(true);
  });

  it('leaves asks and option empty when there are none', () => {
    const document = buildBriefing(northEastInput());
    expect(document).toMatchObject({ asks: [], option: null, runId: null, runLabel: 'No model run' });
  });

  it('carries the programme’s disclaimer only where its findings are used', () => {
    const input = yorkshireInput();
    expect(buildBriefing(input).disclaimer).toContain('134540');
    const recommendations = input.recommendations.filter(({ usesProgramme }) => !usesProgramme);
    expect(buildBriefing({ ...input, recommendations }).disclaimer).toBeNull();
  });

  it('names every source and release of the figures shown', () => {
    const document = buildBriefing(yorkshireInput());
    expect(document.releaseIds).toEqual(['allocations-r1', 'hchs-2018-r1', 'specialty-fill-r1']);
    expect(document.sources).toHaveLength(3);
  });

  it('refuses a figure without a publisher', () => {
    const input = yorkshireInput();
    const position = input.position.map((row) => ({
      ...row,
      figure: { ...row.figure, source: { ...row.figure.source, publisher: '' } },
    }));
    expect(() => buildBriefing({ ...input, position })).toThrow();
  });

  it('drops a source address that is not a web address', () => {
    const input = yorkshireInput();
    const position = input.position.map((row) => ({
      ...row,
      figure: { ...row.figure, source: { ...row.figure.source, url: 'javascript:alert(1)' } },
    }));
    expect(buildBriefing({ ...input, position }).sources.every(({ url }) => url === null)).toBe(true);
  });

  it('shows both readings of the modelled shift, and who loses, without naming a region', () => {
    const option = buildBriefing(yorkshireInput()).option;
    expect(option?.readings).toHaveLength(2);
    expect(option?.whoLoses).toContain('No region is named a loser');
    expect(option?.whoLoses).not.toContain('London');
  });

  it('escapes names in the drawings', () => {
    const input = yorkshireInput();
    const places = input.places.map((place) => ({ ...place, label: '<b>"&' }));
    const svg = buildBriefing({ ...input, places }).map?.svg ?? '';
    expect(svg).not.toContain('<b>');
    expect(svg).toContain('&#60;b&#62;&#34;&#38;');
  });
});
