import type { EntryNode } from '@/lib/domain/levers/pay-scale';
import type { SpecialtyGroup } from '@/lib/domain/pathway/specialty-group';

/** The option and the draws as the pathway engine reads them, field by field. */

interface PlannedScope {
  readonly regionCode: string;
  readonly fromYear: number;
  readonly toYear: number;
  readonly leverIds: readonly string[];
}

interface GroupScope extends PlannedScope {
  readonly group: SpecialtyGroup | null;
  /** Widest coverage behind it, 0 to 1; already in the draws' values. */
  readonly intensity: number;
}

export interface PlannedShift extends GroupScope {
  readonly node: EntryNode;
  readonly tied: boolean | null;
}

export interface PlannedHazard extends GroupScope {
  readonly tied: boolean | null;
}

export interface PlannedCareer extends PlannedScope {
  readonly kind: 'consultant' | 'gp' | null;
  readonly intensity: number;
}

export interface PlannedCost extends GroupScope {
  readonly node: EntryNode;
  readonly coverage: number;
  readonly perEntrantPerYearGbp: number;
  readonly yearsPaid: number;
  readonly fixedPerYearGbp: number;
}

export interface PlannedRunThrough extends PlannedScope {
  readonly group: SpecialtyGroup;
}

export interface PlannedLtft extends GroupScope {
  readonly shareAdded: number;
}

export interface PlannedOption {
  readonly shifts: readonly PlannedShift[];
  readonly hazards: readonly PlannedHazard[];
  readonly careerShifts: readonly PlannedCareer[];
  readonly careerHazards: readonly PlannedCareer[];
  readonly costs: readonly PlannedCost[];
  readonly runThrough: readonly PlannedRunThrough[];
  readonly ltft: readonly PlannedLtft[];
}
