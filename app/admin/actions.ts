'use server';

import { redirect } from 'next/navigation';
import { forPage } from '@/app/_adapters/page';
import { removeDemonstration } from '@/lib/data/demonstration';
import { ImportRefused } from '@/lib/data/errors';

export type RemovalState = { message: string } | null;

export async function removeDemonstrationAction(): Promise<RemovalState> {
  const refused = await forPage(() =>
    removeDemonstration().catch((error: unknown) => {
      if (error instanceof ImportRefused) return { message: error.message };
      throw error;
    }),
  );
  return refused ?? redirect('/admin');
}
