import { readFileSync } from 'node:fs';
import path from 'node:path';
import { parse } from 'csv-parse/sync';
import { describe, expect, test } from 'vitest';
import { areaLines, membershipLines } from './area-files';
import { modelWith, readLines } from './cohort-fixture';
import { kmBetween } from './plane';
import { employersOf } from './sites';

const { country } = modelWith();
const UK: Record<string, string>[] = parse(
  readFileSync(path.join(process.cwd(), 'db/seeds/published/areas.csv'), 'utf8'),
  { columns: true },
);
const places = [...country.regions, ...country.boards, ...country.authorities, ...country.foundationAreas];
const names = [...places, ...country.schools].map(({ name }) => name);
const NORTH_TO_SOUTH_KM = 400;

/** Words that any country may use. */
const PLAIN = new Set(
  'upper lower inner outer old new royal school schools medical of medicine saint general community hospital'.split(
    ' ',
  ),
);
const words = (name: string): string[] =>
  name
    .toLowerCase()
    .split(/[^a-z]+/)
    .filter((word) => word.length > 2 && !PLAIN.has(word));

describe('the demonstration country', () => {
  test('has eleven regions with one capital, twenty boards, sixty authorities, fourteen schools, thirteen foundation areas', () => {
    expect(country.regions).toHaveLength(11);
    expect(country.regions.filter(({ isCapital }) => isCapital)).toHaveLength(1);
    expect(country.boards).toHaveLength(20);
    expect(country.authorities).toHaveLength(60);
    expect(country.schools).toHaveLength(14);
    expect(country.foundationAreas).toHaveLength(13);
  });

  test('shares no name and no word of a name with the areas and schools of the United Kingdom', () => {
    const real = new Set(UK.flatMap(({ name = '' }) => [name.toLowerCase(), ...words(name)]));
    expect(names.flatMap((name) => [name.toLowerCase(), ...words(name)]).filter((word) => real.has(word))).toEqual([]);
    expect(new Set(country.authorities.map(({ name }) => name)).size).toBe(60);
  });

  test('has codes of its own: XD- for areas, xd- for schools, each once', () => {
    const codes = readLines(areaLines(country)).map(({ code = '' }) => code);
    expect(new Set(codes).size).toBe(codes.length);
    expect(places.every(({ code }) => /^XD-[A-Z]{2}-[a-z-]+$/.test(code))).toBe(true);
    expect(country.schools.every(({ code }) => /^xd-[a-z-]+$/.test(code))).toBe(true);
  });

  test('lies in the open sea, far from every place of the United Kingdom', () => {
    const real = UK.filter(({ latitude }) => latitude !== '').map(({ latitude, longitude }) => ({
      latitude: Number(latitude),
      longitude: Number(longitude),
    }));
    const sites = employersOf(country).flatMap((employer) => employer.sites);
    for (const place of [...places, ...country.schools, ...sites]) {
      expect(Math.min(...real.map((one) => kmBetween(place, one)))).toBeGreaterThan(2 * NORTH_TO_SOUTH_KM);
      expect(place.longitude).toBeGreaterThan(-28);
      expect(place.longitude).toBeLessThan(-20);
      expect(place.latitude).toBeGreaterThan(50);
      expect(place.latitude).toBeLessThan(56);
    }
  });

  test('adds up: people over authorities, boards, regions and fifths; places over foundation areas', () => {
    const total = (list: readonly { aged16To17: number }[]): number =>
      list.reduce((sum, one) => sum + one.aged16To17, 0);
    for (const list of [country.authorities, country.boards, country.regions])
      expect(total(list)).toBe(country.aged16To17);
    for (const one of [...country.authorities, ...country.boards, ...country.regions, country]) {
      expect(one.aged16To17ByFifth.reduce((sum, part) => sum + part, 0)).toBe(one.aged16To17);
      expect(one.residentsByFifth.reduce((sum, part) => sum + part, 0)).toBe(one.residents);
    }
    const intake = country.schools.reduce((sum, one) => sum + one.annualIntake, 0);
    expect(country.foundationAreas.reduce((sum, one) => sum + one.annualPlaces, 0)).toBe(intake);
  });

  test('holds a fifth of its residents in each fifth', () => {
    for (const part of country.residentsByFifth) expect(part / country.residents).toBeCloseTo(0.2, 5);
  });

  test('puts every place in one region and every authority in a board of that region', () => {
    const pairs = readLines(membershipLines(country));
    expect(pairs).toHaveLength(11 + 20 + 60 + 13 + 14 + 60);
    for (const { region, board } of country.authorities) expect(country.boards[board]?.region).toBe(region);
  });

  test('keeps its places whatever the seed of the people, and multiplies people by the scale', () => {
    expect(modelWith({ seed: 'another' }).country).toEqual(country);
    const larger = modelWith({ scale: 10 }).country;
    expect(larger.authorities.map(({ code, latitude, longitude }) => [code, latitude, longitude])).toEqual(
      country.authorities.map(({ code, latitude, longitude }) => [code, latitude, longitude]),
    );
    expect(larger.residents).toBe(10 * country.residents);
  });

  test('refuses a scale that is not a whole number of at least 1', () => {
    for (const scale of [0, 0.5, -1, Number.NaN]) expect(() => modelWith({ scale })).toThrow(RangeError);
  });
});
