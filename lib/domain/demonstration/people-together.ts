import type { Position } from '@/lib/domain/statistics/haversine';
import type { ByFifth, People } from './country';
import { roundTo } from './draw';

type Part = People & Position;

const total = (parts: readonly Part[], of: (part: Part) => number): number =>
  parts.reduce((sum, part) => sum + of(part), 0);

const byFifth = (parts: readonly Part[], of: (part: Part) => ByFifth): ByFifth => [
  total(parts, (part) => of(part)[0]),
  total(parts, (part) => of(part)[1]),
  total(parts, (part) => of(part)[2]),
  total(parts, (part) => of(part)[3]),
  total(parts, (part) => of(part)[4]),
];

/** Sums over the parts of an area; scores, rural shares and positions are means weighted by residents. */
export const peopleTogether = (parts: readonly Part[]): People & Position => {
  const residents = total(parts, (part) => part.residents);
  const mean = (of: (part: Part) => number): number => total(parts, (part) => part.residents * of(part)) / residents;
  return {
    residents,
    residentsByFifth: byFifth(parts, (part) => part.residentsByFifth),
    aged16To17: total(parts, (part) => part.aged16To17),
    aged16To17ByFifth: byFifth(parts, (part) => part.aged16To17ByFifth),
    women: total(parts, (part) => part.women),
    nonWhite: total(parts, (part) => part.nonWhite),
    deprivationScore: roundTo(
      mean((part) => part.deprivationScore),
      1,
    ),
    ruralPct: roundTo(
      mean((part) => part.ruralPct),
      1,
    ),
    latitude: roundTo(
      mean((part) => part.latitude),
      5,
    ),
    longitude: roundTo(
      mean((part) => part.longitude),
      5,
    ),
  };
};
