/**
 * Dot products of every two of some vectors, each summed up from its beginning to its end.
 *
 * Blocks of two vectors by four share their reads: eight products for six numbers read.
 *
 * @param vectors shape [vectors, length]
 * @param products shape [vectors, vectors]; those of `first <= second` are written
 * @param checkpoint called from time to time; may throw to give up
 */
export function dotProducts(
  vectors: Float64Array,
  count: number,
  length: number,
  products: Float64Array,
  checkpoint: () => void,
): void {
  const block = new Float64Array(8)
  const write = (first: number, second: number) => {
    products[first * count + second] = dotProduct(vectors, first, second, length)
  }
  let first = 0
  for (; first + 2 <= count; first += 2) {
    checkpoint()
    write(first, first)
    write(first, first + 1)
    write(first + 1, first + 1)
    let second = first + 2
    for (; second + 4 <= count; second += 4) {
      multiplyBlock(vectors, first * length, second * length, length, block)
      const cell = first * count + second
      for (let i = 0; i < 4; i++) {
        products[cell + i] = block[i]
        products[cell + count + i] = block[4 + i]
      }
    }
    for (; second < count; second++) {
      write(first, second)
      write(first + 1, second)
    }
  }
  if (first < count) write(first, first)
}

function dotProduct(vectors: Float64Array, first: number, second: number, length: number): number {
  const a = first * length
  const b = second * length
  let sum = 0
  for (let i = 0; i < length; i++) sum += vectors[a + i] * vectors[b + i]
  return sum
}

/**
 * Without views of the vectors: making six of them took as long as all of the products.
 *
 * @param a where the first of two vectors begins that lie next to each other
 * @param c where the first of four others begins
 * @param block shape [2, 4]
 */
function multiplyBlock(
  vectors: Float64Array,
  a: number,
  c: number,
  length: number,
  block: Float64Array,
): void {
  const b = a + length
  const d = c + length
  const e = d + length
  const f = e + length
  let ac = 0
  let ad = 0
  let ae = 0
  let af = 0
  let bc = 0
  let bd = 0
  let be = 0
  let bf = 0
  for (let i = 0; i < length; i++) {
    const inA = vectors[a + i]
    const inB = vectors[b + i]
    const inC = vectors[c + i]
    ac += inA * inC
    bc += inB * inC
    const inD = vectors[d + i]
    ad += inA * inD
    bd += inB * inD
    const inE = vectors[e + i]
    ae += inA * inE
    be += inB * inE
    const inF = vectors[f + i]
    af += inA * inF
    bf += inB * inF
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
