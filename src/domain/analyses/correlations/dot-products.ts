/**
 * Dot products of every two of some vectors, as an upper triangle: `visit` is called once for each
 * pair with `first <= second`.
 *
 * Blocks of two vectors by four share their reads: eight products for six numbers read.
 *
 * @param vectors shape [vectors, length]
 */
export function forEachDotProduct(
  vectors: Float64Array,
  count: number,
  length: number,
  visit: (first: number, second: number, product: number) => void,
): void {
  const block = new Float64Array(8)
  let first = 0
  for (; first + 2 <= count; first += 2) {
    visit(first, first, dotProduct(vectors, first, first, length))
    visit(first, first + 1, dotProduct(vectors, first, first + 1, length))
    visit(first + 1, first + 1, dotProduct(vectors, first + 1, first + 1, length))
    let second = first + 2
    for (; second + 4 <= count; second += 4) {
      multiplyBlock(vectors, first * length, second * length, length, block)
      for (let i = 0; i < 4; i++) {
        visit(first, second + i, block[i])
        visit(first + 1, second + i, block[4 + i])
      }
    }
    for (; second < count; second++) {
      visit(first, second, dotProduct(vectors, first, second, length))
      visit(first + 1, second, dotProduct(vectors, first + 1, second, length))
    }
  }
  if (first < count) visit(first, first, dotProduct(vectors, first, first, length))
}

function dotProduct(vectors: Float64Array, first: number, second: number, length: number): number {
  const a = first * length
  const b = second * length
  let sum = 0
  for (let i = 0; i < length; i++) sum += vectors[a + i] * vectors[b + i]
  return sum
}

/** @param block shape [2, 4] */
function multiplyBlock(
  vectors: Float64Array,
  first: number,
  second: number,
  length: number,
  block: Float64Array,
): void {
  const a = vectors.subarray(first, first + length)
  const b = vectors.subarray(first + length, first + 2 * length)
  const c = vectors.subarray(second, second + length)
  const d = vectors.subarray(second + length, second + 2 * length)
  const e = vectors.subarray(second + 2 * length, second + 3 * length)
  const f = vectors.subarray(second + 3 * length, second + 4 * length)
  let ac = 0
  let ad = 0
  let ae = 0
  let af = 0
  let bc = 0
  let bd = 0
  let be = 0
  let bf = 0
  for (let i = 0; i < length; i++) {
    const inA = a[i]
    const inB = b[i]
    ac += inA * c[i]
    ad += inA * d[i]
    ae += inA * e[i]
    af += inA * f[i]
    bc += inB * c[i]
    bd += inB * d[i]
    be += inB * e[i]
    bf += inB * f[i]
  }
  block[0] = ac
  block[1] = ad
  block[2] = ae
  block[3] = af
  block[4] = bc
  block[5] = bd
  block[6] = be
  block[7] = bf
}
