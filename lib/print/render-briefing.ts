import type { BriefingDocument } from '@/lib/contracts/briefing';
import { printPdf } from './typst-engine';

/** The briefing as a tagged PDF (PDF/UA-1). The same document gives the same bytes. */
export const renderBriefingPdf = (document: BriefingDocument): Uint8Array =>
  printPdf({
    template: 'briefing.typ',
    dataFile: 'briefing-data.json',
    data: document,
    createdAtS: Math.floor(Date.parse(document.createdAt) / 1000),
  });
