import { and, eq, isNull, sql } from 'drizzle-orm';
import { type Database, withPublisher } from '@/db/client';
import { area, importFile, observation, sourceRow } from '@/db/schema';
import type { RuleSetId } from '@/lib/domain/disclosure/rule-set';
import type { JourneyRecord } from '@/lib/domain/journeys/journey-record';
import { addRelease } from './count-records';

const SCHOOLS = ['university-of-leeds', 'university-of-sheffield', 'university-of-oxford'];
const HOMES = ['E08000035', 'E08000019', 'E06000001', 'E07000178'];

/** A small cohort of England: three schools, four authorities, women and men, some with a place in foundation training. */
export const smallCohort = (): JourneyRecord[] =>
  SCHOOLS.flatMap((schoolId, s) =>
    HOMES.flatMap((homeLadCode, h) =>
      (['F', 'M'] as const).map((sex, x) => ({
        entryYear: 2016 + ((s + h) % 3),
        homeLadCode,
        schoolId,
        sex,
        ethnicity: (s + h + x) % 3 === 0 ? ('non_white' as const) : ('white' as const),
        imdQuintile: (['1', '2', '3', '4', '5'] as const)[(s + h) % 5] ?? null,
        entryRoute: 'standard' as const,
        foundationAreaCode: null,
        foundationYear: null,
        specialtyAreaCode: null,
        specialtyGroup: null,
        careerAreaCode: null,
        careerType: null,
        count: s === h ? 40 - 3 * x : 1 + ((7 * s + 5 * h + x) % 17),
      })),
    ),
  );

/** A published cohort, by default a small one of England; returns the id of its release. */
export async function addCohort(
  db: Database,
  {
    records = smallCohort(),
    ruleSet = 'hesa_rounding_5',
    id = 'test-cohort',
  }: { records?: JourneyRecord[]; ruleSet?: RuleSetId; id?: string } = {},
): Promise<string> {
  await addRelease(db, id, ruleSet);
  await withPublisher(db, async (tx) => {
    await tx.insert(importFile).values({
      fileName: 'cohort.csv',
      sha256: id.padEnd(64, 'a'),
      bytes: 1,
      dataset: 'cohort',
      status: 'published',
      ruleSet,
      releaseId: id,
    });
    await tx.insert(sourceRow).values(records.map((body) => ({ releaseId: id, dataset: 'cohort', body })));
  });
  return id;
}

/** People aged 16 to 17 in every authority of England that there is now: what entrants are set against. */
export async function addYoungPeople(db: Database): Promise<void> {
  const releaseId = 'test-young';
  await addRelease(db, releaseId, 'none');
  await withPublisher(db, async (tx) => {
    const authorities = await tx
      .select({ code: area.code })
      .from(area)
      .where(and(eq(area.type, 'local_authority'), eq(area.root, 'england'), isNull(area.validTo)));
    await tx.insert(observation).values(
      authorities.map(({ code }, at) => ({
        indicatorId: 'population-16-17',
        areaCode: code,
        periodLabel: '2025',
        periodStart: '2025-01-01',
        periodEnd: '2025-12-31',
        breakdown: 'all',
        value: 2_000 + 50 * (at % 40),
        status: 'value' as const,
        provenance: 'published' as const,
        releaseId,
      })),
    );
  });
}

const HOME_SCHOOL_ROWS = [
  ['E08000035', 'university-of-leeds', 40],
  ['E08000019', 'university-of-leeds', 0],
  ['E08000035', 'university-of-sheffield', null],
  ['E08000019', 'university-of-sheffield', 30],
] as const;

/** A published table from home to school as a safe haven lets it out: rounded to 5, a blank where a count is withheld. */
export async function addRoundedTable(db: Database): Promise<void> {
  const id = 'test-home-school';
  await addRelease(db, id, 'none');
  await withPublisher(db, async (tx) => {
    await tx.execute(sql`update release set dataset = 'home_school' where id = ${id}`);
    await tx.insert(sourceRow).values(
      HOME_SCHOOL_ROWS.map(([homeLadCode, schoolId, entrants]) => {
        const half = entrants === null ? { absent: 'c' } : entrants / 2;
        const groups = { female: half, male: half, white: half, nonWhite: half };
        const body = {
          period: '2021-2025',
          homeLadCode,
          schoolId,
          entrants: entrants ?? { absent: 'c' },
          ...groups,
        };
        return { releaseId: id, dataset: 'home_school', body };
      }),
    );
  });
}
