import { sql } from 'drizzle-orm';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { addUser, createTestDb } from '@/lib/testing/test-db';
import { type Database, type Executor, withPublisher, withScope, withSignIn } from './client';
import { accessToken, appUser, area, auditEvent, note, roleGrant, scenario, scenarioRun } from './schema';

let db: Database;
let yorkshire: string;
let northEast: string;
let admin: string;
let scenarioId: string;

const YH = 'TR-yorkshire-and-the-humber';
const NE = 'TR-north-east';

beforeAll(async () => {
  db = await createTestDb();
  await withPublisher(db, async (tx) => {
    await tx.insert(area).values([
      { code: YH, name: 'Yorkshire and the Humber', type: 'training_region', root: 'england' },
      { code: NE, name: 'North East', type: 'training_region', root: 'england' },
    ]);
  });
  yorkshire = await addUser(db, 'yh@example.test', [{ role: 'deanery', scope: YH }]);
  northEast = await addUser(db, 'ne@example.test', [{ role: 'deanery', scope: NE }]);
  admin = await addUser(db, 'admin@example.test', [{ role: 'admin', scope: '*' }]);
  const [row] = await withScope(db, yorkshire, (tx) =>
    tx
      .insert(scenario)
      .values({ areaCode: YH, name: 'One-region guarantee', inputs: {}, createdBy: yorkshire })
      .returning({ id: scenario.id }),
  );
  scenarioId = row?.id ?? '';
});

afterAll(() => db.close());

const scenarioIds = (tx: Executor) => tx.select({ id: scenario.id }).from(scenario);

describe('row-level security', () => {
  it('shows a scenario to its region and to nobody else', async () => {
    expect(await withScope(db, yorkshire, scenarioIds)).toEqual([{ id: scenarioId }]);
    expect(await withScope(db, northEast, scenarioIds)).toEqual([]);
    expect(await withScope(db, admin, scenarioIds)).toEqual([]);
  });

  it('refuses to write into another region', async () => {
    const write = withScope(db, northEast, (tx) =>
      tx.insert(note).values({ areaCode: YH, body: 'Not mine', createdBy: northEast }),
    );
    await expect(write).rejects.toThrow();
  });

  it('refuses to move a scenario to another region', async () => {
    const move = withScope(db, yorkshire, (tx) => tx.update(scenario).set({ areaCode: NE }));
    await expect(move).rejects.toThrow();
  });

  it('shows no published figure outside a user’s transaction', async () => {
    expect(await withScope(db, yorkshire, (tx) => tx.select({ code: area.code }).from(area))).toHaveLength(2);
    const anonymous = db.executor.transaction(async (tx) => {
      await tx.execute(sql`select set_config('role', 'stead_app', true)`);
      return tx.select({ code: area.code }).from(area);
    });
    expect(await anonymous).toEqual([]);
  });

  it('keeps a run as it was inserted', async () => {
    const run = {
      id: 'r1',
      scenarioId,
      areaCode: YH,
      receipt: {},
      catalogue: {},
      engineVersion: '1',
      seed: 1,
      createdBy: yorkshire,
    };
    await withScope(db, yorkshire, (tx) => tx.insert(scenarioRun).values(run));
    const change = withScope(db, yorkshire, (tx) => tx.update(scenarioRun).set({ seed: 2 }));
    await expect(change).rejects.toThrow();
    // The owner is stopped too: by the trigger where it bypasses row-level security, else by that.
    await db.executor
      .update(scenarioRun)
      .set({ seed: 2 })
      .catch(() => {});
    const kept = await withScope(db, yorkshire, (tx) => tx.select({ seed: scenarioRun.seed }).from(scenarioRun));
    expect(kept).toEqual([{ seed: 1 }]);
  });

  it('never lets the application read password hashes', async () => {
    const read = withScope(db, admin, (tx) => tx.select({ hash: appUser.passwordHash }).from(appUser));
    await expect(read).rejects.toThrow();
    expect(await withSignIn(db, (tx) => tx.select({ id: appUser.id }).from(appUser))).toHaveLength(3);
  });

  it('shows all accounts and grants to an administrator, and only their own to others', async () => {
    const accounts = (tx: Executor) => tx.select({ id: appUser.id }).from(appUser);
    const grants = (tx: Executor) => tx.select({ id: roleGrant.id }).from(roleGrant);
    expect(await withScope(db, admin, accounts)).toHaveLength(3);
    expect(await withScope(db, admin, grants)).toHaveLength(3);
    expect(await withScope(db, yorkshire, accounts)).toEqual([{ id: yorkshire }]);
    expect(await withScope(db, yorkshire, grants)).toHaveLength(1);
  });

  it('lets nobody give themselves a grant', async () => {
    const raise = withScope(db, yorkshire, (tx) =>
      tx.insert(roleGrant).values({ userId: yorkshire, role: 'admin', scope: '*' }),
    );
    await expect(raise).rejects.toThrow();
  });

  it('records an audit event only in the user’s own name, and shows the log to administrators only', async () => {
    const event = { actorKind: 'user', action: 'note.add', subject: YH };
    await withScope(db, yorkshire, (tx) => tx.insert(auditEvent).values({ ...event, actorId: yorkshire }));
    const forged = withScope(db, yorkshire, (tx) => tx.insert(auditEvent).values({ ...event, actorId: northEast }));
    await expect(forged).rejects.toThrow();
    const events = (tx: Executor) => tx.select({ action: auditEvent.action }).from(auditEvent);
    expect(await withScope(db, admin, events)).toEqual([{ action: 'note.add' }]);
    expect(await withScope(db, yorkshire, events)).toEqual([]);
  });

  it('keeps a token to its owner, never shows its hash, and never lets an ended one live again', async () => {
    const day = (days: number) => new Date(Date.now() + days * 24 * 60 * 60 * 1000);
    const token = { userId: yorkshire, name: 'Mine', scopes: ['figures'], expiresAt: day(30) };
    const insert = (values: typeof accessToken.$inferInsert) => (tx: Executor) => tx.insert(accessToken).values(values);
    const ids = (tx: Executor) => tx.select({ id: accessToken.id }).from(accessToken);
    await withScope(db, yorkshire, insert({ ...token, prefix: 'a', secretHash: 'a' }));
    expect(await withScope(db, yorkshire, ids)).toHaveLength(1);
    for (const other of [northEast, admin]) expect(await withScope(db, other, ids)).toEqual([]);
    await expect(withScope(db, northEast, insert({ ...token, prefix: 'b', secretHash: 'b' }))).rejects.toThrow();
    const tooLong = { ...token, prefix: 'c', secretHash: 'c', expiresAt: day(366) };
    await expect(withScope(db, yorkshire, insert(tooLong))).rejects.toThrow();
    const readHash = (tx: Executor) => tx.select({ hash: accessToken.secretHash }).from(accessToken);
    await expect(withScope(db, yorkshire, readHash)).rejects.toThrow();
    expect(await withSignIn(db, readHash)).toEqual([{ hash: 'a' }]);
    const widen = (tx: Executor) => tx.update(accessToken).set({ scopes: ['figures', 'scenarios'] });
    await expect(withScope(db, yorkshire, widen)).rejects.toThrow();
    await expect(withScope(db, yorkshire, (tx) => tx.delete(accessToken))).rejects.toThrow();
    const end = (at: Date | null) => (tx: Executor) =>
      tx.update(accessToken).set({ revokedAt: at }).returning({ id: accessToken.id });
    expect(await withScope(db, northEast, end(new Date()))).toEqual([]);
    expect(await withScope(db, yorkshire, end(new Date()))).toHaveLength(1);
    expect(await withScope(db, yorkshire, end(null))).toEqual([]);
  });

  it('drops the user and the role at the end of a transaction, also after an error', async () => {
    await expect(withScope(db, yorkshire, () => Promise.reject(new Error('stop')))).rejects.toThrow('stop');
    const state = sql<string>`current_setting('app.user_id', true) || current_setting('role')`;
    const [left] = await db.executor.select({ state }).from(sql`(select 1) as one`);
    expect(left?.state).toBe('none');
  });

  it('covers every table', async () => {
    const uncovered = await db.executor
      .select({ name: sql<string>`c.relname` })
      .from(sql`pg_class c join pg_namespace n on n.oid = c.relnamespace`)
      .where(sql`n.nspname = 'public' and c.relkind = 'r' and not (c.relrowsecurity and c.relforcerowsecurity)`);
    expect(uncovered).toEqual([]);
  });
});
