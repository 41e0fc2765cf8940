import { execFileSync, spawnSync } from 'node:child_process';
import { eq } from 'drizzle-orm';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { type Database, withScope } from '@/db/client';
import { auditEvent } from '@/db/schema';
import type { Viewer } from '@/lib/domain/access/access';
import { addCohort, addYoungPeople } from '@/lib/testing/cohort-records';
import { openPublishedDb } from '@/lib/testing/published-db';
import { addViewer, OWN_GRANT, outcomeFor } from '@/lib/testing/viewers';
import { listAreas } from './areas';
import { AccessDenied, NotFound } from './errors';
import { renderSchoolCard } from './school-card';
import { runAs } from './viewer';

vi.mock('@/lib/auth/session', () => ({ readSession: async () => null }));
vi.mock('@/lib/jobs/runner', () => import('@/lib/testing/jobs-in-process'));

const LEEDS = 'university-of-leeds';
const OXFORD = 'university-of-oxford';
const EMPTY = 'keele-university';
const hasPdftotext = spawnSync('pdftotext', ['-v']).status === 0;

let db: Database;
const people = new Map<string, Viewer>();
const as = (role: string): Viewer => {
  const viewer = people.get(role);
  if (!viewer) throw new Error(`Nobody is ${role}`);
  return viewer;
};

const card = (role: string, code: string, period?: string) => runAs(as(role), () => renderSchoolCard(code, { period }));

beforeAll(async () => {
  db = await openPublishedDb();
  for (const [role, grant] of Object.entries(OWN_GRANT))
    people.set(role, await addViewer(db, `${role}@example.test`, [grant]));
  await addCohort(db);
  await addYoungPeople(db);
  // The first reader waits until the cohort's tables are protected.
  await card('analyst', LEEDS);
}, 120_000);

afterAll(() => db.close());

const textOf = (pdf: Uint8Array): string =>
  execFileSync('pdftotext', ['-raw', '-', '-'], { input: Buffer.from(pdf), stdio: ['pipe', 'pipe', 'ignore'] })
    .toString('utf8')
    .replaceAll(/\s+/g, ' ');
const thrownBy = (work: Promise<unknown>): Promise<unknown> => work.catch((error: unknown) => error);

const CROSS_TABS = /Women|Not white|most deprived/;

describe('the card of a school', () => {
  it('is for the school’s own staff, planners and analysts; nobody else’s', async () => {
    for (const [role, code, outcome] of [
      ['school', LEEDS, 'allowed'],
      ['school', OXFORD, 'forbidden'],
      ['deanery', OXFORD, 'allowed'],
      ['commissioner', OXFORD, 'allowed'],
      ['analyst', OXFORD, 'allowed'],
      ['admin', LEEDS, 'forbidden'],
    ] as const)
      expect([role, code, await outcomeFor(as(role), () => renderSchoolCard(code, {}))]).toEqual([role, code, outcome]);
    expect(await outcomeFor(null, () => renderSchoolCard(LEEDS, {}))).toBe('unauthenticated');
  });

  it('is refused in words, not with an empty sheet', async () => {
    const denied = await thrownBy(card('school', OXFORD));
    expect(denied).toBeInstanceOf(AccessDenied);
    expect(String(denied)).toContain('is for that school');
    const empty = await thrownBy(card('analyst', EMPTY));
    expect(empty).toBeInstanceOf(NotFound);
    expect(String(empty)).toContain('holds nobody of this school');
    expect(await thrownBy(card('analyst', 'no-such-school'))).toBeInstanceOf(NotFound);
    expect(await thrownBy(card('school', LEEDS, '1900 to 1905'))).toBeInstanceOf(NotFound);
  });

  it('is two pages, named after school and day, and the same bytes each time', async () => {
    const { fileName, pdf } = await card('school', LEEDS);
    expect(fileName).toMatch(/^stead-school-card-university-of-leeds-\d{4}-\d{2}-\d{2}\.pdf$/);
    expect([
      ...Buffer.from(pdf)
        .toString('latin1')
        .matchAll(/\/Type\s*\/Page\b/g),
    ]).toHaveLength(2);
    expect(Buffer.from((await card('school', LEEDS)).pdf).equals(Buffer.from(pdf))).toBe(true);
  });

  it.skipIf(!hasPdftotext)(
    'holds the cross-tabs for staff and analysts, and not for planners, who are told so',
    async () => {
      expect(textOf((await card('school', LEEDS)).pdf)).toMatch(CROSS_TABS);
      expect(textOf((await card('analyst', LEEDS)).pdf)).toMatch(CROSS_TABS);
      for (const role of ['deanery', 'commissioner']) {
        const text = textOf((await card(role, LEEDS)).pdf);
        expect(text).not.toMatch(CROSS_TABS);
        expect(text).toContain('Left out: the school’s own cross-tabs');
      }
    },
  );

  it.skipIf(!hasPdftotext)('names no other school', async () => {
    const schools = await runAs(as('analyst'), () => listAreas(['medical_school']));
    const others = schools.filter(({ code }) => code !== LEEDS).map(({ name }) => name);
    expect(others.length).toBeGreaterThan(30);
    const text = textOf((await card('school', LEEDS)).pdf);
    expect(others.filter((name) => text.includes(name))).toEqual([]);
    expect(text).toContain('University of Leeds');
  });

  it.skipIf(!hasPdftotext)('prints the releases that it rests on, with their days', async () => {
    const text = textOf((await card('school', LEEDS)).pdf);
    expect(text).toMatch(/test-cohort (published|loaded) \d{1,2} \w+ \d{4}/);
    expect(text).toContain('people aged 16 to 17, 2025');
  });

  it('is written down as an export, with what its reader could see; a refused one isn’t', async () => {
    const admin = as('admin');
    const events = () =>
      withScope(db, admin.userId, (tx) =>
        tx
          .select({ subject: auditEvent.subject, detail: auditEvent.detail, actor: auditEvent.actorId })
          .from(auditEvent)
          .where(eq(auditEvent.action, 'school-card.export')),
      );
    const before = (await events()).length;
    await card('commissioner', LEEDS);
    await thrownBy(card('school', OXFORD));
    const after = await events();
    expect(after).toHaveLength(before + 1);
    expect(after).toContainEqual({
      subject: LEEDS,
      detail: { period: null, reading: 'flows' },
      actor: as('commissioner').userId,
    });
  });
});
