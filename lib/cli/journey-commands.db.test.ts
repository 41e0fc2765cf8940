import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { z } from 'zod';
import type { Database } from '@/db/client';
import { runAs } from '@/lib/data/viewer';
import type { Viewer } from '@/lib/domain/access/access';
import { FINDING_IDS } from '@/lib/domain/findings/finding';
import { type JourneyRecord, QUINTILES } from '@/lib/domain/journeys/journey-record';
import { addCohort } from '@/lib/testing/cohort-records';
import { openPublishedDb } from '@/lib/testing/published-db';
import { addViewer, OWN_GRANT } from '@/lib/testing/viewers';
import { parseArguments } from './command';
import { findingsCommand } from './findings-command';
import { fitCommand } from './fit-command';

vi.mock('@/lib/auth/session', () => ({ readSession: async () => null }));
vi.mock('@/lib/jobs/runner', () => import('@/lib/testing/jobs-in-process'));

const HOMES = ['E08000035', 'E06000001'];
const [HERE, THERE] = ['TR-yorkshire-and-the-humber', 'TR-north-east'];

/** Doctors of two regions who were in London for foundation training: women come back a little more often. */
const records = (): JourneyRecord[] =>
  HOMES.flatMap((homeLadCode, h) =>
    (['F', 'M'] as const).flatMap((sex, x) =>
      (['white', 'non_white'] as const).flatMap((ethnicity, e) =>
        QUINTILES.flatMap((imdQuintile, q) =>
          [true, false].map((isBack) => ({
            entryYear: 2012,
            homeLadCode,
            schoolId: ['university-of-leeds', 'university-of-sheffield', 'university-of-oxford'][q % 3] ?? '',
            sex,
            ethnicity,
            imdQuintile,
            entryRoute: 'standard' as const,
            foundationAreaCode: 'TR-london',
            foundationYear: 2017,
            specialtyAreaCode: isBack === (h === 0) ? HERE : THERE,
            specialtyGroup: 'medicine' as const,
            careerAreaCode: null,
            careerType: null,
            count: 20 + ((7 * x + 3 * e + 5 * q + 2 * h) % 11) + (isBack && sex === 'F' ? 20 : 0),
          })),
        ),
      ),
    ),
  );

let db: Database;
let analyst: Viewer;

beforeAll(async () => {
  db = await openPublishedDb();
  analyst = await addViewer(db, 'analyst@example.test', [OWN_GRANT.analyst]);
  await addCohort(db, { records: records() });
});

afterAll(() => db.close());

const run = async (...argv: string[]): Promise<unknown> => {
  const args = parseArguments([...argv, '--json']);
  if (typeof args === 'string') throw new Error(args);
  const command = argv[0] === 'fit' ? fitCommand : findingsCommand;
  const { status, document } = await runAs(analyst, () => command.run(args, () => {}));
  expect(status).toBe(0);
  return JSON.parse(JSON.stringify(document));
};

const Limits = { lower: z.number(), upper: z.number() };

describe('commands about journeys', () => {
  it('fit prints model, cells, terms, diagnostics and receipt, and the same document again', async () => {
    const Fit = z.strictObject({
      model: z.literal('return_home'),
      n: z.number(),
      zeroShare: z.number(),
      coefficients: z
        .array(z.strictObject({ term: z.string(), estimate: z.number(), se: z.number(), ...Limits }))
        .nonempty(),
      diagnostics: z.record(z.string(), z.unknown()),
      receipt: z.strictObject({
        id: z.string(),
        model: z.literal('return_home'),
        root: z.literal('england'),
        release: z.string(),
        version: z.string(),
        data: z.string(),
      }),
    });
    const first = Fit.parse(await run('fit', 'return_home'));
    expect(Number(first.diagnostics.people) % 5).toBe(0);
    expect(await run('fit', 'return_home')).toEqual(first);
  });

  it('findings prints release, country and every card, with numbers of people that are rounded', async () => {
    const Card = z.strictObject({
      id: z.enum(FINDING_IDS),
      claim: z.string(),
      verdict: z.enum(['supported', 'not_supported', 'cannot_tell', 'not_loaded']),
      n: z.number().nullable(),
      effect: z.number().nullable(),
      unit: z.string().nullable(),
      lower: z.number().nullable(),
      upper: z.number().nullable(),
      data: z.string(),
      caution: z.string(),
    });
    const Findings = z.strictObject({ release: z.string(), root: z.literal('E92000001'), findings: z.array(Card) });
    const { findings } = Findings.parse(await run('findings'));
    expect(findings.map(({ id }) => id)).toEqual([...FINDING_IDS]);
    const people = findings.find(({ id }) => id === 'A1-1.10')?.n ?? Number.NaN;
    expect([people > 0, people % 5]).toEqual([true, 0]);
  });
});
