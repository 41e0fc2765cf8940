import type { Unit } from '@/lib/domain/indicators/indicator';
import type { PeerRange } from '@/lib/domain/indicators/peer-range';
import type { Measure } from '@/lib/domain/measure/measure';

/** A region's own figure of what a lever acts on, and where other regions lie. */
export type LeverPosition = {
  readonly indicatorId: string;
  readonly breakdown: string;
  readonly name: string;
  readonly unit: Unit;
  readonly decimals: number;
  readonly own: Measure;
  /** Empty where nothing is loaded. */
  readonly period: string;
  readonly source: string;
  readonly releaseId: string;
  /** Over three years old: not what is known now. */
  readonly isStale: boolean;
  /** Null where fewer than three other regions have a figure of the same period. */
  readonly peers: PeerRange | null;
};

/** By region. */
export type LeverPositions = Readonly<Record<string, readonly LeverPosition[]>>;
