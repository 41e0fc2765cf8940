import 'server-only';
import { randomBytes } from 'node:crypto';
import { eq } from 'drizzle-orm';
import { type Database, withPublisher } from '@/db/client';
import { appUser, area, roleGrant } from '@/db/schema';
import type { Role } from '@/lib/domain/access/access';
import { ENGLAND, ORRINMARK } from '@/lib/domain/geography/area';
import { hashPassword } from './password';

type FirstAccount = { email: string; name: string; grants: readonly { role: Role; scope: string }[] };

/** One account per kind of user; passwords are made at set-up and never in the code. */
/** For trying everything in the fictional country; nothing of England is in their scope. */
const DEMONSTRATION_ACCOUNTS: readonly FirstAccount[] = [
  {
    email: 'demo-manager@stead.example',
    name: 'Training manager, Kelvarrow (demonstration)',
    grants: [{ role: 'deanery', scope: 'XD-TR-kelvarrow' }],
  },
  {
    email: 'demo-school@stead.example',
    name: 'Medical school staff, Kelvarrow (demonstration)',
    grants: [{ role: 'school', scope: 'xd-kelvarrow' }],
  },
  {
    email: 'demo-commissioner@stead.example',
    name: 'Commissioner, Orrinmark (demonstration)',
    grants: [{ role: 'commissioner', scope: ORRINMARK }],
  },
];

const FIRST_ACCOUNTS: readonly FirstAccount[] = [
  {
    email: 'yorkshire@stead.example',
    name: 'Training manager, Yorkshire and the Humber',
    grants: [{ role: 'deanery', scope: 'TR-yorkshire-and-the-humber' }],
  },
  {
    email: 'northeast@stead.example',
    name: 'Training manager, North East',
    grants: [{ role: 'deanery', scope: 'TR-north-east' }],
  },
  {
    email: 'commissioner@stead.example',
    name: 'Commissioner, England',
    grants: [{ role: 'commissioner', scope: ENGLAND }],
  },
  {
    email: 'school@stead.example',
    name: 'Medical school staff',
    grants: [{ role: 'school', scope: 'university-of-leeds' }],
  },
  { email: 'analyst@stead.example', name: 'Data analyst', grants: [{ role: 'analyst', scope: '*' }] },
  { email: 'admin@stead.example', name: 'Administrator', grants: [{ role: 'admin', scope: '*' }] },
  ...DEMONSTRATION_ACCOUNTS,
];

/** Who works at the machine's shell: can't sign in, may do what each role may, audited as the operator. */
export const OPERATOR_EMAIL = 'operator@stead.example';

export type NewAccount = { email: string; name: string; password: string };

/** Makes the first accounts where there is none at all; returns them with their passwords, once. */
export async function createFirstAccounts(db: Database): Promise<NewAccount[]> {
  return withPublisher(db, async (tx) => {
    if ((await tx.select({ id: appUser.id }).from(appUser).limit(1)).length > 0) return [];
    const made: NewAccount[] = [];
    for (const account of FIRST_ACCOUNTS) {
      const password = randomBytes(9).toString('base64url');
      const [user] = await tx
        .insert(appUser)
        .values({ email: account.email, name: account.name, passwordHash: await hashPassword(password) })
        .returning({ id: appUser.id });
      if (user) await tx.insert(roleGrant).values(account.grants.map((grant) => ({ ...grant, userId: user.id })));
      made.push({ email: account.email, name: account.name, password });
    }
    return made;
  });
}

/** The operator with what each role may, in every region there is; safe to call again when regions have come. */
export async function keepOperator(db: Database): Promise<void> {
  await withPublisher(db, async (tx) => {
    const account = { email: OPERATOR_EMAIL, name: 'Operator', passwordHash: 'none', active: false };
    await tx.insert(appUser).values(account).onConflictDoNothing();
    const [operator] = await tx.select({ id: appUser.id }).from(appUser).where(eq(appUser.email, OPERATOR_EMAIL));
    if (!operator) return;
    const regions = await tx.select({ code: area.code }).from(area).where(eq(area.type, 'training_region'));
    const grants = [
      { role: 'admin', scope: '*' },
      { role: 'analyst', scope: '*' },
      { role: 'commissioner', scope: ENGLAND },
      ...regions.map(({ code }) => ({ role: 'deanery', scope: code })),
    ];
    await tx
      .insert(roleGrant)
      .values(grants.map((grant) => ({ ...grant, userId: operator.id })))
      .onConflictDoNothing();
  });
}
