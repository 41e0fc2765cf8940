import { execFileSync, spawnSync } from 'node:child_process';
import { describe, expect, it } from 'vitest';
import type { BriefingDocument } from '@/lib/contracts/briefing';
import { buildBriefing } from './build-briefing';
import { northEastInput, yorkshireInput } from './fixtures/sample-input';
import { renderBriefingPdf } from './render-briefing';
import { PrintError } from './typst-engine';

const hasPdftotext = spawnSync('pdftotext', ['-v']).status === 0;

/** The bytes as text: XMP and page labels are not compressed. */
const raw = (document: BriefingDocument): string => Buffer.from(renderBriefingPdf(document)).toString('latin1');

const pageCount = (pdf: string): number => [...pdf.matchAll(/\/Type\s*\/Page\b/g)].length;

const textOf = (document: BriefingDocument): string =>
  execFileSync('pdftotext', ['-layout', '-', '-'], {
    input: Buffer.from(renderBriefingPdf(document)),
    stdio: ['pipe', 'pipe', 'ignore'],
  }).toString('utf8');

const HOSTILE = '*b* #panic() $x$ _i_ @ref <label> `code` = heading \\ // comment';

describe('renderBriefingPdf', () => {
  it('gives a PDF that says it is PDF/UA-1, in British English', () => {
    const pdf = raw(buildBriefing(yorkshireInput()));
    expect(pdf.startsWith('%PDF')).toBe(true);
    expect(pdf).toMatch(/<pdfuaid:part>1</);
    expect(pdf).toContain('en-GB');
  });

  it('gives the same bytes for the same document', () => {
    const document = buildBriefing(yorkshireInput());
    const first = Buffer.from(renderBriefingPdf(document));
    renderBriefingPdf(buildBriefing(northEastInput()));
    expect(Buffer.from(renderBriefingPdf(document)).equals(first)).toBe(true);
  });

  it('has three to four pages, with everything and with next to nothing', () => {
    const pages = [yorkshireInput(), northEastInput()].map((input) => pageCount(raw(buildBriefing(input))));
    expect(pages).toEqual([4, 3]);
  });

  it('embeds Inter in four weights and no other typeface', () => {
    const fonts = [...raw(buildBriefing(yorkshireInput())).matchAll(/\/BaseFont\s*\/[A-Z]{6}\+([A-Za-z-]+)/g)];
    const names = new Set(fonts.map((match) => match[1]?.replace(/-Identity-H$/, '')));
    expect([...names].sort()).toEqual(['Inter-Bold', 'Inter-Medium', 'Inter-Regular', 'Inter-SemiBold']);
  });

  it('renders without map, bars, messages, rows, recommendations or sources', () => {
    const document: BriefingDocument = {
      ...buildBriefing(northEastInput()),
      map: null,
      bars: null,
      keyMessages: [],
      position: { caption: 'Position', note: '', rows: [], notLoaded: [] },
      recommendations: [],
      sources: [],
      caveats: [],
      disclaimer: null,
    };
    expect(raw(document).startsWith('%PDF')).toBe(true);
  });

  it('refuses a figure without a text alternative', () => {
    const document = buildBriefing(yorkshireInput());
    const map = document.map === null ? null : { ...document.map, alt: '' };
    expect(() => renderBriefingPdf({ ...document, map })).toThrow(PrintError);
  });

  it.skipIf(!hasPdftotext)('prints what a user typed letter by letter', () => {
    const input = yorkshireInput();
    const asks = [{ text: HOSTILE, owner: HOSTILE, date: '', cost: '' }];
    expect(textOf(buildBriefing({ ...input, asks }))).toContain(HOSTILE);
  });

  it.skipIf(!hasPdftotext)('carries run, release, status and page number on every page', () => {
    const pages = textOf(buildBriefing(yorkshireInput())).split('\f').slice(0, -1);
    expect(pages).toHaveLength(4);
    pages.forEach((page, index) => {
      expect(page).toContain('Run 0b7e2c1a-94d5');
      expect(page).toContain('specialty-fill-r1');
      expect(page).toContain('Management information, not official statistics');
      expect(page).toContain(`Page ${index + 1} of 4`);
    });
  });

  it.skipIf(!hasPdftotext)('says that a demonstration is one on every page', () => {
    const input = yorkshireInput();
    const document = buildBriefing({ ...input, area: { ...input.area, root: 'demonstration' } });
    const pages = textOf(document).split('\f').slice(0, -1);
    expect(pages.every((page) => page.includes('Demonstration, invented figures'))).toBe(true);
  });
});
