// Newton's step of a node. Equations: `node-newton.ts` of the plain engine, whose Jacobian is here
// `(B + Bᵀ + diagonal) × full weight`, with `B[r][s] = Σ_home D_r D_s (Γ/2 + k γ_s)`, a product of two small matrices.
import { f, field, Node, pair, set, setPair, strideOf } from './fields';

/** Scratch of a node, in numbers: a row of the solver's; rows of E; the diagonal; B; the matrix with its right-hand side. */
function rowsAt(scratch: usize, regions: usize): usize {
  return scratch + ((strideOf(regions) + 4) << 3);
}

/** B of one tie. */
function fillProduct(
  node: usize,
  nearness: usize,
  tie: usize,
  stay: f64,
  rows: usize,
  diagonal: usize,
  product: usize,
): void {
  const regions = field(node, Node.regions);
  const places = field(node, Node.places);
  const fromHome = field(node, Node.fromHome);
  const slope = field(node, Node.slope);
  const slopeOfRow = field(node, Node.slopeOfRow);
  const stride = strideOf(regions);
  const stays = f64x2.splat(stay);
  const squared = f64x2.splat(stay * stay);
  for (let region: usize = 0; region < stride; region += 2) setPair(diagonal, region, f64x2.splat(0));
  for (let home = fromHome; home < places; home += 1) {
    const row = tie * places + home;
    const half = f64x2.splat(f(slopeOfRow, row) / 2);
    for (let region: usize = 0; region < regions; region += 2) {
      const near = pair(nearness, row * regions + region);
      const own = pair(slope, row * places + region);
      setPair(rows, home * stride + region, f64x2.mul(near, f64x2.add(half, f64x2.mul(stays, own))));
      const square = f64x2.mul(f64x2.mul(near, near), f64x2.mul(squared, own));
      setPair(diagonal, region, f64x2.add(pair(diagonal, region), square));
    }
  }
  for (let r: usize = 0; r < regions; r += 2) {
    for (let s: usize = 0; s < regions; s += 4) {
      let a = f64x2.splat(0);
      let b = a;
      let c = a;
      let d = a;
      let near = nearness + (((tie * places + fromHome) * regions + r) << 3);
      let from = rows + ((fromHome * stride + s) << 3);
      for (let home = fromHome; home < places; home += 1) {
        const one = v128.load64_splat(near);
        const two = v128.load64_splat(near, 8);
        const left = v128.load(from);
        const right = v128.load(from, 16);
        a = f64x2.add(a, f64x2.mul(one, left));
        b = f64x2.add(b, f64x2.mul(one, right));
        c = f64x2.add(c, f64x2.mul(two, left));
        d = f64x2.add(d, f64x2.mul(two, right));
        near += regions << 3;
        from += stride << 3;
      }
      setPair(product, r * stride + s, a);
      setPair(product, r * stride + s + 2, b);
      setPair(product, (r + 1) * stride + s, c);
      setPair(product, (r + 1) * stride + s + 2, d);
    }
  }
}

/** Solves `matrix · x = last column`; x ends in `step`. */
function eliminate(matrix: usize, stride: usize, size: usize, step: usize): void {
  for (let k: usize = 0; k < size; k += 1) {
    const pivot = 1 / f(matrix, k * stride + k);
    for (let i = k + 1; i < size; i += 1) {
      const factor = f(matrix, i * stride + k) * pivot;
      if (factor === 0) continue;
      const factors = f64x2.splat(factor);
      for (let j = (k + 1) & ~1; j <= size; j += 2) {
        const cell = i * stride + j;
        setPair(matrix, cell, f64x2.sub(pair(matrix, cell), f64x2.mul(factors, pair(matrix, k * stride + j))));
      }
    }
  }
  for (let i = size; i > 0; i -= 1) {
    const row = (i - 1) * stride;
    let sum = f(matrix, row + size);
    for (let j = i; j < size; j += 1) sum -= f(matrix, row + j) * f(step, j);
    set(step, i - 1, sum / f(matrix, row + i - 1));
  }
}

/** From the residuals in `step`, into it. */
export function newtonStep(node: usize, nearness: usize, stay0: f64, stay1: f64): void {
  const regions = field(node, Node.regions);
  const stride = strideOf(regions);
  const rows = rowsAt(field(node, Node.scratch), regions);
  const diagonal = rows + (((regions + 1) * stride + 4) << 3);
  const product = diagonal + (stride << 3);
  const matrix = product + ((stride * stride) << 3);
  const perWeight = field(node, Node.perWeight);
  const width = (regions + 2) & ~1;
  for (let tie: usize = 0; tie < 2; tie += 1) {
    fillProduct(node, nearness, tie, tie === 0 ? stay0 : stay1, rows, diagonal, product);
    const full = field(node, Node.fullWeight) + ((tie * regions) << 3);
    for (let r: usize = 0; r < regions; r += 2) {
      for (let s: usize = 0; s < regions; s += 2) {
        const upper = pair(product, r * stride + s);
        const lower = pair(product, (r + 1) * stride + s);
        const across = pair(product, s * stride + r);
        const below = pair(product, (s + 1) * stride + r);
        let one = f64x2.add(upper, v128.shuffle<f64>(across, below, 0, 2));
        let two = f64x2.add(lower, v128.shuffle<f64>(across, below, 1, 3));
        if (r === s) {
          const own = pair(diagonal, r);
          one = f64x2.add(one, f64x2.replace_lane(own, 1, 0));
          two = f64x2.add(two, f64x2.replace_lane(own, 0, 0));
        }
        const fulls = pair(full, s);
        one = f64x2.mul(one, fulls);
        two = f64x2.mul(two, fulls);
        if (tie === 1) {
          one = f64x2.add(one, pair(matrix, r * width + s));
          two = f64x2.add(two, pair(matrix, (r + 1) * width + s));
        }
        setPair(matrix, r * width + s, one);
        setPair(matrix, (r + 1) * width + s, two);
      }
    }
  }
  const step = field(node, Node.step);
  for (let r: usize = 0; r < regions; r += 1) {
    const per = f(perWeight, r) + f(perWeight, regions + r);
    const inverse = f64x2.splat(per > 0 ? -1 / per : 0);
    for (let s: usize = 0; s < regions; s += 2) {
      setPair(matrix, r * width + s, f64x2.mul(pair(matrix, r * width + s), inverse));
    }
    set(matrix, r * width + r, 1 + f(matrix, r * width + r));
    set(matrix, r * width + regions, f(step, r));
  }
  eliminate(matrix, width, regions, step);
}
