import { z } from 'zod';
import type { Outcome } from '@/lib/domain/statistics/outcome';

export const numbers = z.array(z.number());

/** Neighbours of each area by position, counted from 1. */
export const neighbours = z.array(numbers);

export const fromZero = (countedFromOne: readonly (readonly number[])[]): readonly (readonly number[])[] =>
  countedFromOne.map((own) => own.map((position) => position - 1));

/** The answer of a method in the keys of a set; a refusal gives `refused`, which no set expects, and so fails. */
export const answerOf = <T>(
  outcome: Outcome<T>,
  toAnswer: (result: { readonly kind: 'computed' } & Readonly<T>) => Record<string, unknown>,
): Record<string, unknown> => (outcome.kind === 'refused' ? { refused: outcome.reason } : toAnswer(outcome));
