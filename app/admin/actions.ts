'use server';

import { redirect } from 'next/navigation';
import { forPage } from '@/app/_adapters/page';
import { removeDemonstration } from '@/lib/data/demonstration';

export async function removeDemonstrationAction(): Promise<void> {
  await forPage(removeDemonstration);
  redirect('/admin');
}
