import 'server-only';
import { and, asc, eq, inArray, sql } from 'drizzle-orm';
import { z } from 'zod';
import type { Executor } from '@/db/client';
import { area, areaAlias } from '@/db/schema';
import { AreaCode, AreaCodeDecision, type AreaCodes, CodedArea, type LeftOut } from '@/lib/contracts/area-code';
import { READ_AS } from '@/lib/import/other-codes';
import { today } from './clock';
import { ImportRefused } from './errors';
import { workOutFindingsSoon } from './findings-afterwards';
import { publishing } from './imports/at-work';
import { lockPublications } from './imports/publication-lock';
import { publishDue } from './imports/publish-due';
import { audit, inPublication } from './imports/reading';
import { remakeNaming } from './imports/remake';
import { forgetPublished } from './published-store';
import { selectDecisions } from './queries/area-aliases';
import { authorise } from './viewer';

/** Codes of which kind are of which type of area. */
const TYPE_OF: readonly (readonly [prefix: RegExp, type: string])[] = [
  [/^E54/, 'icb'],
  [/^E40/, 'nhs_region'],
  [/^E0/, 'local_authority'],
];

/** Codes that stand for areas with other codes, those not confirmed yet first, and what published files leave out for want of one. */
export async function listAreaCodes(): Promise<AreaCodes> {
  await authorise('data:import');
  return inPublication(async (tx) => {
    const codes = z.array(AreaCode).parse(await selectDecisions(tx));
    return {
      codes: [
        ...codes.filter(({ status }) => status === 'proposed'),
        ...codes.filter(({ status }) => status !== 'proposed'),
      ],
      leftOut: await selectLeftOut(tx),
      areas: z.array(CodedArea).parse(await selectCodedAreas(tx)),
    };
  });
}

const selectCodedAreas = (tx: Executor) =>
  tx
    .select({ code: area.code, name: area.name, type: area.type })
    .from(area)
    .where(
      and(
        eq(area.root, 'england'),
        inArray(
          area.type,
          TYPE_OF.map(([, type]) => type),
        ),
      ),
    )
    .orderBy(asc(area.type), asc(area.name), asc(area.code));

const Left = z.object({ importId: z.string(), fileName: z.string(), message: z.string() });

async function selectLeftOut(tx: Executor): Promise<LeftOut[]> {
  const result = await tx.execute(sql`
    select import_file.id as "importId", import_file.file_name as "fileName", flag->>'message' as message
    from import_file join release on release.id = import_file.release_id, jsonb_array_elements(import_file.flags) as flag
    where release.status = 'published' and flag->>'rule' = 'quality_unknown_code' order by import_file.created_at desc`);
  return z.object({ rows: z.array(Left) }).parse(result).rows;
}

async function refuseWrongArea(tx: Executor, code: string, areaCode: string): Promise<void> {
  const [listed] = await tx.select({ name: area.name }).from(area).where(eq(area.code, code));
  if (listed) throw new ImportRefused(`${code} is ${listed.name} in the list of areas: it is not read as another.`);
  const [found] = await tx.select({ type: area.type, root: area.root }).from(area).where(eq(area.code, areaCode));
  const type = TYPE_OF.find(([prefix]) => prefix.test(code))?.[1];
  if (found?.root !== 'england') throw new ImportRefused(`There is no area ${areaCode} in England.`);
  if (found.type !== type) throw new ImportRefused(`${code} is the code of another kind of area than ${areaCode}.`);
}

/** Rows of exchange files are stored with the area's own code: to read the code otherwise, the file has to be read again. */
async function refuseWhereStored(tx: Executor, code: string): Promise<void> {
  const flag = JSON.stringify([{ rule: READ_AS, detail: code }]);
  const result = await tx.execute(sql`
    select file_name as name from import_file
    where status in ('reading', 'ready', 'scheduled', 'published') and flags @> ${flag}::jsonb order by created_at`);
  const files = z.object({ rows: z.array(z.object({ name: z.string() })) }).parse(result).rows;
  if (files.length === 0) return;
  const names = files.map(({ name }) => name).join(', ');
  throw new ImportRefused(
    `${code} was read so in ${names}. Withdraw or discard that first, and send it again afterwards.`,
  );
}

type Known = Pick<typeof areaAlias.$inferSelect, 'areaCode' | 'status'> | undefined;

const isReadAs = (known: Known): string | null => (known && known.status !== 'rejected' ? known.areaCode : null);

/**
 * Confirms a code, says of which area it is, or that it is read as none; what files with it show is made again. @throws ImportRefused
 * where the two don't go together, or rows were stored with the code read otherwise.
 */
export async function decideAreaCode(input: AreaCodeDecision): Promise<void> {
  const viewer = await authorise('data:import');
  const decision = AreaCodeDecision.safeParse(input);
  if (!decision.success) throw new ImportRefused(decision.error.issues[0]?.message ?? 'Write a code.');
  const { code, areaCode } = decision.data;
  await publishing(() =>
    inPublication(async (tx) => {
      await lockPublications(tx);
      await publishDue(tx, today());
      const [known] = await tx
        .select({ areaCode: areaAlias.areaCode, status: areaAlias.status })
        .from(areaAlias)
        .where(eq(areaAlias.code, code));
      if (areaCode === null && !known) throw new ImportRefused(`${code} is read as no area.`);
      if (areaCode !== null) await refuseWrongArea(tx, code, areaCode);
      const isChanged = isReadAs(known) !== areaCode;
      if (isChanged) await refuseWhereStored(tx, code);
      const said = {
        areaCode: areaCode ?? known?.areaCode ?? '',
        status: areaCode === null ? 'rejected' : 'confirmed',
        changedBy: viewer.userId,
        changedAt: sql`now()`,
      };
      await tx
        .insert(areaAlias)
        .values({ code, source: 'An analyst', ...said })
        .onConflictDoUpdate({ target: areaAlias.code, set: said });
      const remade = isChanged ? await remakeNaming(tx, [code]) : [];
      await audit(tx, viewer, 'area-code.decide', code, { areaCode, before: known ?? null, remade });
    }),
  );
  await forgetPublished();
  await workOutFindingsSoon(viewer);
}
