import { describe, expect, test } from 'vitest';
import { giftFor } from './gift';

describe('giftFor', () => {
  test('puts a national lever out of a deanery’s, a school’s and a board’s gift', () => {
    expect(giftFor(['national'], 'deanery')).toBe('not_in_your_gift');
    expect(giftFor(['national'], 'school')).toBe('not_in_your_gift');
    expect(giftFor(['national', 'researchers'], 'commissioner')).toBe('not_in_your_gift');
  });

  test('gives a national commissioner the national levers', () => {
    expect(giftFor(['national'], 'commissioner_national')).toBe('yours');
  });

  test('counts programme directors and the GP school as the deanery', () => {
    expect(giftFor(['tpd'], 'deanery')).toBe('yours');
    expect(giftFor(['gp_school', 'national'], 'deanery')).toBe('yours');
  });

  test('says when a local partner would act', () => {
    expect(giftFor(['employer'], 'deanery')).toBe('with_others');
    expect(giftFor(['national', 'employer'], 'school')).toBe('with_others');
  });
});
