'use server';

import { redirect } from 'next/navigation';
import { z } from 'zod';
import { forPage } from '@/app/_adapters/page';
import type { BriefingAsk } from '@/lib/contracts/briefing';
import { createBriefing } from '@/lib/data/briefings';

const MOST_ASKS = 3;

const Form = z.object({
  area: z.string().min(1).max(80),
  run: z.string().max(40).default(''),
  purpose: z.enum(['decision', 'discussion', 'information']).default('information'),
});

/** Only what was typed: an ask without text is no ask. */
function readAsks(form: FormData): BriefingAsk[] {
  const text = (name: string, most: number) => {
    const value = form.get(name);
    return typeof value === 'string' ? value.trim().slice(0, most) : '';
  };
  return Array.from({ length: MOST_ASKS }, (_, at) => ({
    text: text(`ask:${at}:text`, 500),
    owner: text(`ask:${at}:owner`, 200),
    date: text(`ask:${at}:date`, 100),
    cost: text(`ask:${at}:cost`, 200),
  })).filter((ask) => ask.text !== '');
}

export async function createBriefingAction(form: FormData): Promise<never> {
  const { area, run, purpose } = Form.parse(Object.fromEntries(form));
  const id = await forPage(() =>
    createBriefing({ areaCode: area, asks: readAsks(form), purpose, runId: run === '' ? null : run }),
  );
  redirect(`/briefings/${id}`);
}
