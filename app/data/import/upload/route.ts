import { z } from 'zod';
import { forApi, problem } from '@/app/_adapters/api';
import { isLocalOnly } from '@/app/data/import/local-only';
import { startImport } from '@/lib/data/imports';
import { dropUpload, receiveUpload, UploadTooLarge } from '@/lib/data/uploads';
import { RuleSetId } from '@/lib/domain/disclosure/rule-set';

const Headers = z.object({
  name: z.string().min(1).max(300),
  ruleSet: RuleSetId,
});

/** A file as the body of the request. The header makes browsers ask first, so that no other site's form can send one. */
export const POST = (request: Request): Promise<Response> =>
  forApi(async () => {
    const given = Headers.safeParse({
      name: decodeURIComponent(request.headers.get('x-stead-file') ?? ''),
      ruleSet: request.headers.get('x-stead-rule') ?? 'none',
    });
    if (!given.success || !request.body) return problem(400, 'Bad request', 'Send the file with its name.');
    try {
      const { file } = await receiveUpload(request.body);
      const { name: fileName, ruleSet } = given.data;
      const outcome = await startImport(
        { file, fileName, ruleSet, isLocalOnly: isLocalOnly(request.headers) },
        (entry) => {
          if (entry.status !== 'needs_mapping') dropUpload(entry.sha256);
        },
      );
      return Response.json({ id: outcome.entry.id, duplicate: outcome.duplicate });
    } catch (error) {
      if (error instanceof UploadTooLarge) return problem(413, 'Too large', error.message);
      throw error;
    }
  });
