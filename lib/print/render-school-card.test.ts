import { execFileSync, spawnSync } from 'node:child_process';
import { describe, expect, it } from 'vitest';
import type { SchoolReach } from '@/lib/contracts/school-reach';
import { buildSchoolCard } from './build-school-card';
import { cardInput, plannerReach, tinyReach } from './fixtures/sample-card';
import { sampleReach } from './fixtures/sample-reach';
import { renderSchoolCardPdf } from './render-school-card';
import { PrintError } from './typst-engine';

const hasPdftotext = spawnSync('pdftotext', ['-v']).status === 0;

const pdfOf = (reach: SchoolReach): Buffer => Buffer.from(renderSchoolCardPdf(buildSchoolCard(cardInput(reach))));
/** XMP, page objects and the outline are not compressed. */
const raw = (reach: SchoolReach): string => pdfOf(reach).toString('latin1');
const pageCount = (pdf: string): number => [...pdf.matchAll(/\/Type\s*\/Page\b/g)].length;
const outline = (pdf: string): string[] =>
  [...pdf.matchAll(/\/Title \(((?:\\.|[^)\\])*)\)/g)].map(([, title = '']) => title);
const pagesOf = (reach: SchoolReach): string[] =>
  execFileSync('pdftotext', ['-raw', '-', '-'], { input: pdfOf(reach), stdio: ['pipe', 'pipe', 'ignore'] })
    .toString('utf8')
    .split('\f')
    .slice(0, -1)
    .map((page) => page.replaceAll(/\s+/g, ' '));

const LONG = 'Wolverhampton, Walsall and Westmorland Metropolitan District with Weston-under-Wetherley. ';
const longest = () => sampleReach((place) => `${place} ${LONG.repeat(3)}`);
const capitals = () => sampleReach((place) => `${place} ${'WWWWWWWWWW MMMMMMMM '.repeat(12)}`);
const unbroken = () => sampleReach((place) => `${place}${'w'.repeat(300)}`);

const missing = (): SchoolReach => {
  const words = 'Not loaded. A rounded national table (school_foundation.csv) or a cohort (cohort.csv) would load it.';
  const gap = { kind: 'absent', reason: 'not_loaded', words } as const;
  const who = { quintile: gap, sex: gap, ethnicity: gap };
  return {
    ...sampleReach(),
    region: null,
    period: null,
    headlines: [],
    who,
    foundation: gap,
    careers: gap,
    settlement: { foundation: gap, career: gap },
  };
};

const HOSTILE = '*b* #panic() $x$ _i_ @ref <label> `code` = heading \\ // comment';

describe('renderSchoolCardPdf', () => {
  it('gives a tagged PDF that says it is PDF/UA-1, in British English', () => {
    const pdf = raw(sampleReach());
    expect(pdf.startsWith('%PDF')).toBe(true);
    expect(pdf).toMatch(/<pdfuaid:part>1</);
    expect(pdf).toContain('en-GB');
  });

  it.each([
    ['everything', sampleReach],
    ['a planner’s', plannerReach],
    ['a dozen people', tinyReach],
    ['one source missing after another', missing],
    ['long names', longest],
    ['wide names', capitals],
    ['names that can’t be broken', unbroken],
  ])('has two pages: %s', (_, reach) => {
    expect(pageCount(raw(reach()))).toBe(2);
  });

  it('gives the same bytes for the same card, whatever is printed in between', () => {
    const first = pdfOf(sampleReach());
    pdfOf(plannerReach());
    expect(pdfOf(sampleReach()).equals(first)).toBe(true);
  });

  it('is read in order: what comes in, the cold spots, where they go, what may not be concluded, sources', () => {
    const titles = outline(raw(sampleReach()));
    const order = [
      'In short',
      '24% of entrants',
      'Fifth 1',
      '20 of 40',
      '30% of graduates begin',
      '30% of graduates have',
    ];
    const after = ['Stayers, returners', 'How far areas', 'What may not', 'Method', 'Small numbers', 'Sources'];
    const places = [...order, ...after].map((start) => titles.findIndex((title) => title.startsWith(start)));
    expect(places).toEqual([...places].sort((a, b) => a - b));
    expect(places).not.toContain(-1);
  });

  it('refuses a figure without a text alternative', () => {
    const card = buildSchoolCard(cardInput(sampleReach()));
    if (card.distance.kind === 'absent') throw new Error('Not given');
    const distance = { ...card.distance, figure: { ...card.distance.figure, alt: '' } };
    expect(() => renderSchoolCardPdf({ ...card, distance })).toThrow(PrintError);
  });

  it('refuses what two pages can’t hold, rather than printing a third', () => {
    const card = buildSchoolCard(cardInput(sampleReach()));
    const headlines = Array.from({ length: 60 }, (_, i) => `Sentence ${i}`);
    expect(() => renderSchoolCardPdf({ ...card, headlines })).toThrow(/does not fit/);
  });

  it.skipIf(!hasPdftotext)('prints names letter by letter', () => {
    const reach = sampleReach();
    const [text] = pagesOf({ ...reach, headlines: [{ part: 'home', text: HOSTILE }] });
    expect(text).toContain(HOSTILE);
  });

  it.skipIf(!hasPdftotext)('carries release, status, readers and page number on both pages', () => {
    const pages = pagesOf(plannerReach());
    expect(pages).toHaveLength(2);
    pages.forEach((page, index) => {
      expect(page).toContain('Those who plan training');
      expect(page).toContain('listed under Sources');
      expect(page).toContain('Management information, not official statistics');
      expect(page).toContain(`Page ${index + 1} of 2`);
    });
  });

  it.skipIf(!hasPdftotext)('says that a demonstration is one on both pages, and at the head', () => {
    const pages = pagesOf({ ...sampleReach(), root: 'demonstration' });
    expect(pages.every((page) => page.includes('Demonstration, invented figures'))).toBe(true);
    expect(pages[0]).toContain('DEMONSTRATION. Invented country');
  });
});
