import { describe, expect, test } from 'vitest';
import { modelWith, people, readCohort } from './cohort-fixture';

const model = modelWith();
const cohort = readCohort(model);

describe('the way from school to career', () => {
  test('takes everyone at a stage from the stage before', () => {
    expect(people(cohort, ({ foundation, specialty }) => specialty !== '' && foundation === '')).toBe(0);
    expect(people(cohort, ({ specialty, career }) => career !== '' && specialty === '')).toBe(0);
    const [entered, foundation, specialty, career] = [
      people(cohort, () => true),
      people(cohort, (one) => one.foundation !== ''),
      people(cohort, (one) => one.specialty !== ''),
      people(cohort, (one) => one.career !== ''),
    ];
    expect(entered).toBeGreaterThan(foundation);
    expect(foundation).toBeGreaterThan(specialty);
    expect(specialty).toBeGreaterThan(career);
    expect(career).toBeGreaterThan(0);
  });

  test('has a year with each foundation area, a group with each specialty region, a type with each career region', () => {
    expect(people(cohort, (one) => (one.foundation === '') !== (one.foundationYear === ''))).toBe(0);
    expect(people(cohort, (one) => (one.specialty === '') !== (one.group === ''))).toBe(0);
    expect(people(cohort, (one) => one.career !== '' && one.careerType === '')).toBe(0);
  });

  test('gives no region to those who left or cannot be traced, and one to all others', () => {
    const hasNone = (type: string): boolean => ['left', 'unknown', ''].includes(type);
    expect(people(cohort, ({ career, careerType }) => (career === '') !== hasNone(careerType))).toBe(0);
  });

  test('makes GPs of general practice trainees only, and consultants of the others', () => {
    expect(people(cohort, (one) => one.careerType === 'gp' && one.group !== 'general_practice')).toBe(0);
    expect(people(cohort, (one) => one.careerType === 'consultant' && one.group === 'general_practice')).toBe(0);
  });

  test('begins foundation four to six years after entry and not after 2026', () => {
    const years = cohort
      .filter(({ foundationYear }) => foundationYear !== '')
      .map(({ foundationYear, entryYear }) => Number(foundationYear) - entryYear);
    expect(new Set(years)).toEqual(new Set([4, 5, 6]));
    expect(people(cohort, ({ foundationYear }) => Number(foundationYear) > 2026)).toBe(0);
  });

  test('has nobody in foundation from the newest cohort', () => {
    expect(people(cohort, ({ entryYear, foundation }) => entryYear === 2025 && foundation !== '')).toBe(0);
  });
});
