import { execFileSync, spawnSync } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { PathwayScenario } from '@/lib/domain/pathway-scenario/pathway-scenario';
import { PLACES_NOT_LIMITED } from '@/lib/domain/pathway-scenario/place-limit';
import { pathwaySentence } from '@/lib/format/pathway-words';
import { buildRunBriefing } from './build-run-briefing';
import { runInput, sampleResult, sampleScenario } from './fixtures/sample-run';
import { renderRunBriefingPdf } from './render-run-briefing';
import type { RunBriefingInput } from './run-input';

const hasPdftotext = spawnSync('pdftotext', ['-v']).status === 0;

const pdfOf = (input: RunBriefingInput): Buffer => Buffer.from(renderRunBriefingPdf(buildRunBriefing(input)));
/** XMP, page objects and the outline are not compressed. */
const raw = (input: RunBriefingInput): string => pdfOf(input).toString('latin1');
const textOf = (input: RunBriefingInput): string =>
  execFileSync('pdftotext', ['-raw', '-', '-'], { input: pdfOf(input), stdio: ['pipe', 'pipe', 'ignore'] })
    .toString('utf8')
    .replaceAll(/\s+/g, ' ');

const withStatus = (status: 'withdrawn' | 'superseded'): RunBriefingInput =>
  runInput({
    releases: [
      {
        id: 'fill-1',
        title: 'Fill',
        status,
        withdrawnFor: status === 'withdrawn' ? 'ordinary' : null,
        withdrawnReason: null,
      },
    ],
  });

const nothingOffered = (): RunBriefingInput => {
  const scenario = PathwayScenario.parse({ country: 'england', years: 15, offers: [] });
  return runInput({ result: sampleResult(scenario), releases: [], affected: null });
};

describe('a run on paper', () => {
  it('is a tagged PDF that says it is PDF/UA-1, in British English, with no date', () => {
    const pdf = raw(runInput());
    if (process.env.STEAD_KEEP_PDF) writeFileSync(process.env.STEAD_KEEP_PDF, Buffer.from(pdf, 'latin1'));
    expect(pdf.startsWith('%PDF')).toBe(true);
    expect(pdf).toMatch(/<pdfuaid:part>1</);
    expect(pdf).toContain('en-GB');
    expect(pdf).not.toMatch(/CreationDate|ModDate|xmp:CreateDate/);
  });

  it('gives the same bytes for the same receipt, in another time zone and language too', () => {
    const first = pdfOf(runInput());
    const kept = { zone: process.env.TZ, language: process.env.LC_ALL };
    Object.assign(process.env, { TZ: 'Pacific/Kiritimati', LC_ALL: 'tr_TR.UTF-8' });
    try {
      expect(pdfOf(runInput()).equals(first)).toBe(true);
    } finally {
      Object.assign(process.env, { TZ: kept.zone ?? 'UTC', LC_ALL: kept.language ?? 'C' });
    }
  });

  it('gives other bytes for another receipt', () => {
    const other = sampleResult({ ...sampleScenario(), seed: 2 });
    const result = { ...other, receipt: { ...other.receipt, id: 'f'.repeat(20) } };
    expect(pdfOf(runInput({ result })).equals(pdfOf(runInput()))).toBe(false);
  });

  it('names regions by name after the one where something is offered, with all their intervals', () => {
    const { gains, regions } = buildRunBriefing(runInput());
    expect(gains?.rows.map(([name]) => name)).toEqual(['Kelvarrow', 'Averleigh', 'Drommel', 'Norvask']);
    expect(gains?.rows[1]?.slice(1)).toEqual(['−1.5', '−2.0 to −1.0', '−2.5 to −0.6']);
    expect(regions?.rows.map(([name]) => name)).toEqual(['Averleigh', 'Drommel', 'Kelvarrow', 'Norvask']);
  });

  it('gives foundation posts, and who has fewer, where an offer is for F1 and the run kept them', () => {
    expect(buildRunBriefing(runInput()).foundation).toBeNull();
    const asked = sampleScenario();
    const offers = asked.offers.map((offer) => ({ ...offer, nodes: ['foundation' as const] }));
    const result = sampleResult({ ...asked, offers });
    const { foundation } = buildRunBriefing(runInput({ result }));
    expect(foundation?.rows[0]?.[0]).toBe('Kelvarrow');
    expect(foundation?.rows.map(([, change]) => change)).toEqual(['+6.0', '−1.5', '−1.5', '−1.5']);
    expect(raw(runInput({ result }))).toContain('%PDF');
    const areas = result.summary.areas.filter(({ measure }) => measure !== 'foundationFilled');
    const earlier = { ...result, summary: { ...result.summary, areas } };
    expect(buildRunBriefing(runInput({ result: earlier })).foundation).toBeNull();
  });

  it('keeps need and careers apart', () => {
    const { need, careers } = buildRunBriefing(runInput());
    expect(need.table.rows.map(([name]) => name).join()).not.toMatch(/utility|choices/);
    expect(careers.table.rows.map(([name]) => name).join()).not.toMatch(/shortfall|need/);
  });

  it.each([
    ['withdrawn', 'Made from data withdrawn since: Fill.'],
    ['superseded', 'Newer data have been published since: Fill.'],
  ] as const)('says first that a release was %s', (status, words) => {
    expect(buildRunBriefing(withStatus(status)).banners[0]).toContain(words);
    expect(buildRunBriefing(runInput()).banners).toEqual([]);
  });

  it('says first that places are not limited, and then speaks of people, with no cost per gain', () => {
    const asked = sampleScenario();
    const scenario = { ...asked, switches: { ...asked.switches, ceiling: 'off' as const } };
    const { banners, headline, facts } = buildRunBriefing(runInput({ result: sampleResult(scenario) }));
    expect(banners[0]).toBe(PLACES_NOT_LIMITED);
    expect(headline).toContain('60.0 (80% interval 40.0 to 80.0) more people would come to Kelvarrow');
    expect(headline).not.toMatch(/posts filled|fills/);
    expect(facts.map(({ label, value }) => `${label}: ${value}`)).toContain(
      'Cost for each CCT-FTE more: not given: places are not limited in this run',
    );
    expect(facts[1]?.label).toBe('People who would come more, whole run');
  });

  it('is printed where nothing is offered, and where nobody may be told of', () => {
    expect(raw(nothingOffered())).toContain('%PDF');
    const affected = { kind: 'absent' as const, title: 'No cohort loaded', words: 'A cohort would load it.' };
    expect(buildRunBriefing(runInput({ affected })).equality).toMatchObject({ parts: [] });
    expect(raw(runInput({ affected }))).toContain('%PDF');
  });

  it('is one short table of more than two places, with a mark where the interval leaves out 1', () => {
    const { affected } = runInput();
    if (affected?.kind !== 'given') throw new Error('Not given');
    const [part] = affected.parts;
    const [panel] = part?.panels ?? [];
    const [job] = panel?.jobs ?? [];
    if (!part || !panel || !job) throw new Error('No part');
    const even = { ...job, groups: job.groups.map((one) => ({ ...one, reading: 'not_told_apart' as const })) };
    const jobs = [job, ...Array.from({ length: 9 }, (_, at) => ({ ...even, code: `${at}`, name: `Place ${at}` }))];
    const parts = [{ ...part, panels: [{ ...panel, jobs }] }];
    const printed = buildRunBriefing(runInput({ affected: { ...affected, parts } })).equality?.parts[0];
    expect(printed?.header).toEqual(['Times base', 'Women', 'Men']);
    expect(printed?.rows).toHaveLength(10);
    expect(printed?.rows[0]).toEqual(['Kelvarrow', '1.20 ▲', 'Suppressed']);
    expect(printed?.rows[1]).toEqual(['Place 0', '1.20', 'Suppressed']);
    expect(raw(runInput({ affected: { ...affected, parts } }))).toContain('%PDF');
  });

  it.skipIf(!hasPdftotext)(
    'carries the sentence of the screen, chance, evidence, who is affected and the receipt',
    () => {
      const text = textOf(runInput());
      expect(text).toContain(pathwaySentence(sampleResult(), 'Kelvarrow'));
      expect(text).toContain('87 in 100');
      expect(text).toContain('Two rounds with empty posts');
      expect(text).toContain('Very low certainty');
      expect(text).toContain('Who the affected are');
      expect(text).toContain('no effects that differ by sex');
      expect(text).toContain('d'.repeat(64));
      expect(text).toContain('Seed 1');
      expect(text.split('Receipt 0123456789abcdef0123').length - 1).toBeGreaterThanOrEqual(4);
      expect(text).toContain('Demonstration, invented figures');
    },
  );
});
