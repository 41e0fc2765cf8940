import { z } from 'zod';

/** A run shown to one named person. */
export const RunSubmission = z.strictObject({
  id: z.uuid(),
  runId: z.string(),
  title: z.string(),
  message: z.string(),
  recipientName: z.string(),
  senderName: z.string(),
  createdAt: z.iso.datetime(),
  revokedAt: z.iso.datetime().nullable(),
});
export type RunSubmission = z.infer<typeof RunSubmission>;

export const SubmissionDraft = z.strictObject({
  runId: z.string(),
  email: z.email('Type the e-mail address of an account.'),
  message: z.string().trim().max(2_000, 'A message has 2,000 characters at most.'),
});
export type SubmissionDraft = z.infer<typeof SubmissionDraft>;

export const RunComment = z.strictObject({
  id: z.uuid(),
  body: z.string(),
  authorName: z.string(),
  createdAt: z.iso.datetime(),
  isOwn: z.boolean(),
});
export type RunComment = z.infer<typeof RunComment>;

export const CommentBody = z
  .string()
  .trim()
  .min(1, 'Write something first.')
  .max(2_000, 'A comment has 2,000 characters at most.');
