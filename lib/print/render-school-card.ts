import type { SchoolCard } from '@/lib/contracts/school-card';
import { printPdf } from './typst-engine';

/** The card as a tagged PDF of exactly two pages. The same card gives the same bytes. */
export const renderSchoolCardPdf = (card: SchoolCard): Uint8Array =>
  printPdf({
    template: 'school-card.typ',
    dataFile: 'school-card-data.json',
    data: card,
    createdAtS: Date.parse(card.madeOn) / 1000,
  });
