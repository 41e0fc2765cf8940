import type { RunBriefing } from '@/lib/contracts/run-briefing';
import { printPdf } from './typst-engine';

/** A run as a tagged PDF. It carries no date: the same receipt gives the same bytes whenever and wherever it is printed. */
export const renderRunBriefingPdf = (briefing: RunBriefing): Uint8Array =>
  printPdf({ template: 'run-briefing.typ', dataFile: 'run-briefing-data.json', data: briefing, createdAtS: 0 });
