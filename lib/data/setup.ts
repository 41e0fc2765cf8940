import 'server-only';
import { mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { database } from '@/db/client';
import { loadPublishedPack } from '@/db/seeds/load-published-pack';
import { env } from '@/lib/env';
import { demonstrationState, loadDemonstration } from './demonstration';
import { createFirstAccounts, keepOperator, type NewAccount } from './first-accounts';
import { findAccountViewer } from './operator';
import { runAs } from './viewer';

/** What set-up is doing, for the person who waits. */
export type SetUpStep = 'migrate' | 'pack' | 'accounts' | 'demonstration';

/**
 * Set-up, by the operator before the server starts, and so without a viewer: migrates, loads the
 * published pack, makes the first accounts and keeps their passwords in a file of this machine.
 */
export async function prepareDatabase(onStep: (step: SetUpStep, done: string) => void): Promise<void> {
  const db = await database();
  await db.migrate();
  onStep('migrate', `${db.engine} database is up to date`);
  const loaded = await loadPublishedPack(db);
  onStep('pack', loaded ? 'published pack loaded' : 'published pack is there already');
  mkdirSync(env.STEAD_DIR, { recursive: true });
  const accounts = await createFirstAccounts(db);
  if (accounts.length > 0) writeFileSync(accountsFile(), accountsText(accounts), { mode: 0o600 });
  await keepOperator(db);
  onStep('accounts', accounts.length > 0 ? `${accounts.length} accounts made` : 'accounts are there already');
}

/** The fictional country beside England, unless somebody has removed it; a load that was cut off is finished. */
export async function prepareDemonstration(onStep: (step: SetUpStep, done: string) => void): Promise<void> {
  await runAs(await findAccountViewer(null), async () => {
    const state = await demonstrationState();
    if (state === 'loaded' || state === 'removed') return onStep('demonstration', `demonstration country is ${state}`);
    await loadDemonstration((done) => onStep('demonstration', `demonstration country: ${done}`));
  });
  await keepOperator(await database());
}

const accountsFile = (): string => path.join(env.STEAD_DIR, 'first-accounts.txt');

const accountsText = (accounts: readonly NewAccount[]): string =>
  accounts.map(({ email, password, name }) => `${email}\t${password}\t${name}\n`).join('');
