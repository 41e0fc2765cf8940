import { z } from 'zod';
import { Root } from '@/lib/domain/geography/area';
import type { SchoolReach } from './school-reach';

const Text = z.string().min(1);

/** A drawing with everything that it says in words: `alt` holds each figure of it. */
export const CardFigure = z.strictObject({ title: Text, alt: Text, svg: Text, caption: z.string() });
export type CardFigure = z.infer<typeof CardFigure>;

/** Where a block would stand: what is missing and why. */
const CardAbsence = z.strictObject({ kind: z.literal('absent'), title: Text, words: Text });

const block = <Shape extends z.ZodRawShape>(shape: Shape) =>
  z.discriminatedUnion('kind', [z.strictObject({ kind: z.literal('given'), ...shape }), CardAbsence]);

/** Sentences below a figure, ready to print. */
const Lines = z.array(Text);

export const CardFigureBlock = block({ figure: CardFigure, lines: Lines });
export type CardFigureBlock = z.infer<typeof CardFigureBlock>;

export const CardTable = block({
  title: Text,
  header: z.array(Text).min(2),
  rows: z.array(z.array(Text)),
  lines: Lines,
});
export type CardTable = z.infer<typeof CardTable>;

export const CardSource = z.strictObject({
  name: Text,
  publisher: Text,
  licence: Text,
  release: Text,
  /** `published 22 November 2026`; empty where no day is known. */
  dated: z.string(),
  usedFor: Text,
});
export type CardSource = z.infer<typeof CardSource>;

/** The two pages of a school's card: every string that they show. */
export const SchoolCard = z.strictObject({
  format: z.literal('stead-school-card/1'),
  root: Root,
  rootLabel: Text,
  title: Text,
  kicker: Text,
  /** Entry years that it is about. */
  period: Text,
  sourceLabel: Text,
  /** Whose eyes it is for. */
  readers: Text,
  /** What they may not see; empty where that is nothing. */
  leftOut: z.string(),
  footerTitle: Text,
  status: Text,
  /** ISO day. */
  madeOn: z.iso.date(),
  madeLabel: Text,
  releaseLabel: Text,
  headlines: Lines,
  distance: CardFigureBlock,
  who: CardFigureBlock,
  cold: CardTable,
  foundation: CardFigureBlock,
  careers: CardFigureBlock,
  settlement: CardTable,
  dependence: CardTable,
  method: Lines,
  disclosure: Lines,
  cautions: Lines,
  sources: z.array(CardSource),
});
export type SchoolCard = z.infer<typeof SchoolCard>;

/** Whether there is any figure to print for this reader: two pages of reasons why not are none. */
export const isPrintable = ({ reading, home, who, foundation, careers, settlement }: SchoolReach): boolean =>
  reading !== 'none' &&
  [home, ...Object.values(who), foundation, careers, ...Object.values(settlement)].some(({ kind }) => kind === 'given');
