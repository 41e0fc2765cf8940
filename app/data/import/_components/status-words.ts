import type { ImportStatus } from '@/lib/contracts/import';

/** Who sent a file from the machine's own shell, or with the demonstration country. */
export const OPERATOR = 'operator';

export const IMPORT_STATUS_WORDS: Readonly<Record<ImportStatus, string>> = {
  reading: 'being read',
  needs_mapping: 'columns not recognised',
  refused: 'refused',
  ready: 'ready to publish',
  scheduled: 'scheduled',
  published: 'published',
  cancelled: 'cancelled or withdrawn',
  interrupted: 'interrupted: send it again',
};
