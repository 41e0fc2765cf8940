import type { ImportStatus } from '@/lib/contracts/import';

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
