import { z } from 'zod';
import { forApi, problem } from '@/app/_adapters/api';
import { isLocalOnly } from '@/app/data/import/local-only';
import { GivenAbout } from '@/lib/contracts/import';
import { getArea } from '@/lib/data/areas';
import { ImportRefused, NotFound } from '@/lib/data/errors';
import { startImport } from '@/lib/data/imports';
import { endUpload, receiveUpload, UploadTooLarge } from '@/lib/data/uploads';
import { authorise } from '@/lib/data/viewer';
import { RuleSetId } from '@/lib/domain/disclosure/rule-set';

const Headers = z.object({
  name: z.string().min(1).max(300),
  ruleSet: RuleSetId,
  given: GivenAbout,
});

const FIELDS: Readonly<Record<string, string>> = {
  period: 'period',
  areaCode: 'area',
  ruleSet: 'rule',
  roundingBase: 'rounded',
  source: 'source',
};

/** Encoded by the form; what can't be decoded is taken as it is. */
function text(headers: globalThis.Headers, name: string): string {
  const given = headers.get(name) ?? '';
  try {
    return decodeURIComponent(given);
  } catch {
    return given;
  }
}

/** Undefined where nothing was given; text that is no number is left to the contract to refuse. */
const numberIn = (words: string): number | undefined => (words.trim() === '' ? undefined : Number(words));

type Fault = { field: string; message: string };

/** What is wrong with a form, by field. */
const refusal = (detail: string, errors: readonly Fault[]): Response =>
  problem(400, 'Bad request', detail, { members: { errors } });

const faultsOf = ({ issues }: z.ZodError): Fault[] =>
  issues.map(({ path, message }) => ({ field: FIELDS[String(path.at(-1))] ?? 'file', message }));

/** The area that a file is said to be about has to be there before the file is taken. */
const areaFault = async (code: string | undefined): Promise<Fault | null> => {
  if (code === undefined) return null;
  try {
    await getArea(code);
    return null;
  } catch (error) {
    if (error instanceof NotFound) return { field: 'area', message: error.message };
    throw error;
  }
};

/** A file as the body of the request. The header makes browsers ask first, so that no other site's form can send one. */
export const POST = (request: Request): Promise<Response> =>
  forApi(async () => {
    await authorise('data:import');
    const { headers } = request;
    const read = Headers.safeParse({
      name: text(headers, 'x-stead-file'),
      ruleSet: headers.get('x-stead-rule') ?? 'none',
      given: {
        period: text(headers, 'x-stead-period') || undefined,
        areaCode: text(headers, 'x-stead-area') || undefined,
        source: text(headers, 'x-stead-source') || undefined,
        roundingBase: numberIn(text(headers, 'x-stead-rounded-to')),
      },
    });
    if (!read.success) return refusal('Send the file with its name.', faultsOf(read.error));
    if (!request.body) return refusal('Send the file with its name.', []);
    const { name: fileName, ruleSet, given } = read.data;
    const fault = await areaFault(given.areaCode);
    if (fault) return refusal(fault.message, [fault]);
    try {
      const file = await receiveUpload(request.body);
      const isLocal = isLocalOnly(headers);
      const outcome = await startImport({ file, fileName, ruleSet, given, isLocalOnly: isLocal }, (entry) =>
        endUpload(file, entry, isLocal),
      );
      return Response.json({ id: outcome.entry.id, duplicate: outcome.duplicate });
    } catch (error) {
      if (error instanceof UploadTooLarge) return problem(413, 'Too large', error.message);
      if (error instanceof ImportRefused) return refusal(error.message, []);
      throw error;
    }
  });
