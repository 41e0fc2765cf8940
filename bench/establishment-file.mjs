// Invented establishment files of any length, a quarter after the other: boards and training regions × specialties × levels.
import { createWriteStream, readFileSync } from 'node:fs';
import path from 'node:path';
import { finished } from 'node:stream/promises';
import { root } from '../scripts/steps.mjs';

const HEADER = 'period_end,area_code,specialty,level,establishment_fte,in_post_fte\n';
const LEVELS = 'F1 F2 CT1 CT2 CT3 ST1 ST2 ST3 ST4 ST5 ST6 ST7 ST8 CT1/ST1'.split(' ');
const SPECIALTIES = Array.from({ length: 60 }, (_, at) => `Specialty ${String(at + 1).padStart(2, '0')}`);
const QUARTER_ENDS = ['03-31', '06-30', '09-30', '12-31'];
const FIRST_YEAR = 1990;

const AREAS = () =>
  readFileSync(path.join(root, 'db/seeds/published/areas.csv'), 'utf8')
    .split('\n')
    .map((line) => line.split(',')[0])
    .filter((code) => code.startsWith('E54') || code.startsWith('TR-'));

function* rows(count) {
  const areas = AREAS();
  for (let row = 0; row < count; row += 1) {
    const level = LEVELS[row % LEVELS.length];
    const post = Math.floor(row / LEVELS.length);
    const specialty = SPECIALTIES[post % SPECIALTIES.length];
    const place = Math.floor(post / SPECIALTIES.length);
    const quarter = Math.floor(place / areas.length);
    const day = `${FIRST_YEAR + Math.floor(quarter / 4)}-${QUARTER_ENDS[quarter % 4]}`;
    const posts = ((row * 7919) % 4000) / 100;
    const inPost = (posts * (0.8 + ((row * 31) % 30) / 100)).toFixed(2);
    yield `${day},${areas[place % areas.length]},${specialty},${level},${posts},${inPost}\n`;
  }
}

const LINES_AT_ONCE = 10_000;

/** Writes `count` rows below a header; with `release`, rows for COPY: that in front of each, and no header. */
export async function writeEstablishment(file, count, release = null) {
  const out = createWriteStream(file);
  let lines = release === null ? [HEADER] : [];
  for (const row of rows(count)) {
    lines.push(release === null ? row : `${release},${row}`);
    if (lines.length < LINES_AT_ONCE) continue;
    if (!out.write(lines.join(''))) await new Promise((resolve) => out.once('drain', resolve));
    lines = [];
  }
  out.end(lines.join(''));
  await finished(out);
}
