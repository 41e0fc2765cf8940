import { it } from 'vitest';
import { modelWith } from '@/lib/domain/demonstration/cohort-fixture';
import { statedCoefficient } from '@/lib/domain/findings/stated-coefficient';
import { cohortRecords, placesOf } from '@/lib/domain/journeys/demonstration-fixture';
import { makeJourneyStoreBuilder } from '@/lib/domain/journeys/journey-store';
import { demonstrationRoundedStore } from '@/lib/domain/journeys/rounded-fixture';
import { entrantsModel } from '@/lib/domain/journey-models/entrants-model';
import { entrantsInput, shareInput } from '@/lib/domain/journey-models/from-journeys';
import { clearDirection } from '@/lib/domain/journey-models/journey-model';
import { sentencesOfFit } from '@/lib/domain/journey-models/sentences-of-fit';
import { shareModel } from '@/lib/domain/journey-models/share-model';
import { roundedEntrantsInput, roundedShareInput } from './ranges-of-tables';
import { roundedEntrantsModel } from './rounded-entrants';
import { roundedShareModel } from './rounded-shares';

const PERIODS = {
  entry: [{ label: 'all', from: 2006, to: 2025 }],
  foundation: [{ label: '2012-2026', from: 2012, to: 2026 }],
};
const stated = (m: any) => ({
  ...m,
  slopes: m.slopes.map((s: any) => ({
    ...s,
    average: { ...s.average, ...statedCoefficient(s.average) },
    schools: s.schools.map((o: any) => ({ ...o, shown: o.shown && { ...o.shown, ...statedCoefficient(o.shown) } })),
  })),
});

it('x', () => {
  const N = Number(process.env.SEEDS ?? 1);
  const tot: any = {};
  for (let i = 0; i < N; i++) {
    const model = modelWith(i === 0 ? {} : { seed: `s-${i}` });
    const places = placesOf(model);
    const builder = makeJourneyStoreBuilder({ places, periods: PERIODS });
    for (const one of cohortRecords(model)) builder.addRecords([one]);
    const cohort = builder.finish();
    const rounded = demonstrationRoundedStore(model);
    const mp: any = {
      journeys: places,
      authorities: model.country.authorities.map((a: any) => ({
        code: a.code,
        aged16To17: a.aged16To17,
        deprivationScore: a.deprivationScore,
        nonWhitePct: a.nonWhitePct,
      })),
      schools: model.country.schools.map(({ code, name, founded }: any) => ({ code, name, founded })),
      annualPlaces: (c: string) => model.country.foundationAreas.find((a: any) => a.code === c)?.annualPlaces ?? null,
    };
    const rule = { roundedTo: 5, withheld: null };
    const t0 = performance.now();
    const pairs: any = {
      entrants: [
        entrantsModel(entrantsInput(cohort, mp)),
        roundedEntrantsModel(roundedEntrantsInput(rounded, mp, rule)!),
      ],
      female_share: [
        shareModel('female_share', shareInput(cohort, mp, 'female')),
        roundedShareModel('female_share', roundedShareInput(rounded, mp, rule, 'female_share')!),
      ],
      non_white_share: [
        shareModel('non_white_share', shareInput(cohort, mp, 'non_white')),
        roundedShareModel('non_white_share', roundedShareInput(rounded, mp, rule, 'non_white_share')!),
      ],
    };
    if (i === 0) console.log('ms', performance.now() - t0);
    for (const [name, [a, b]] of Object.entries(pairs) as any) {
      if (a.kind === 'refused' || b.kind === 'refused') {
        console.log(name, a.kind, b.reason);
        continue;
      }
      const t = (tot[name] ??= {
        own: 0,
        narrowOwn: 0,
        ratioMin: 9,
        ratios: [],
        inside: 0,
        shown: 0,
        narrowShown: 0,
        sRatioMin: 9,
        opposite: 0,
        same: 0,
        lost: 0,
        gained: 0,
        sentences: 0,
        sentSame: 0,
        leftDiff: 0,
        phi: [],
      });
      t.phi.push([a.diagnostics.dispersion.toFixed(2), b.diagnostics.dispersion.toFixed(2)].join('/'));
      const bc = new Map(b.coefficients.map((c: any) => [c.term, c]));
      for (const c of a.coefficients) {
        const d: any = bc.get(c.term);
        if (!d) {
          t.leftDiff++;
          continue;
        }
        t.own++;
        const r = d.se / c.se;
        t.ratios.push(r);
        t.ratioMin = Math.min(t.ratioMin, r);
        if (r < 1) t.narrowOwn++;
        if (c.estimate >= d.lower && c.estimate <= d.upper) t.inside++;
      }
      const [as, bs] = [stated(a), stated(b)];
      for (const s of as.slopes)
        for (const o of s.schools) {
          const d = bs.slopes
            .find((x: any) => x.term === s.term)
            ?.schools.find((x: any) => x.school === o.school)?.shown;
          if (!o.shown || !d) {
            t.leftDiff++;
            continue;
          }
          t.shown++;
          const r = (d.upper - d.lower) / (o.shown.upper - o.shown.lower);
          t.sRatioMin = Math.min(t.sRatioMin, r);
          if (r < 0.999) t.narrowShown++;
          const [x, y] = [clearDirection(o.shown), clearDirection(d)];
          if (x === y) t.same++;
          else if (x !== null && y === null) t.lost++;
          else if (x === null) t.gained++;
          else t.opposite++;
        }
      const sen = (m: any) =>
        new Map(
          sentencesOfFit({ model: name, bySchool: m, diagnostics: m.diagnostics } as any, (c) => c).map((x) => [
            x.school,
            x.sentence,
          ]),
        );
      const [sa, sb] = [sen(as), sen(bs)];
      for (const [k, v] of sa) {
        t.sentences++;
        if (sb.get(k) === v) t.sentSame++;
        else if (i < 2) console.log('  A', v, '\n  B', sb.get(k));
      }
    }
  }
  for (const [n, t] of Object.entries(tot) as any) {
    t.ratios.sort((a: number, b: number) => a - b);
    const q = (p: number) => t.ratios[Math.floor(p * (t.ratios.length - 1))].toFixed(3);
    console.log(n, JSON.stringify({ ...t, ratios: [q(0), q(0.1), q(0.5), q(0.9), q(1)] }));
  }
}, 600000);
