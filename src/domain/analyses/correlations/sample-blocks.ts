/**
 * Samples of several columns in blocks, in each of which a column is all there or not at all, with
 * what the columns sum up to in each; shape of every array: [columns, blocks].
 */
export interface SampleBlocks {
  readonly blockCount: number
  /** number of samples; 0 where a column is missing */
  readonly sizes: Int32Array
  readonly sums: Float64Array
  readonly squares: Float64Array
  readonly least: Float64Array
  readonly most: Float64Array
}

/**
 * Sum up columns, block by block. Their missing samples become 0, so that they add nothing to a dot
 * product, and those of a column with fractions are taken from its mean.
 *
 * @param columns shape [columns, samples]; NaN: missing. Is changed
 */
export function sampleBlocks(
  columns: Float64Array,
  columnCount: number,
  sampleCount: number,
): SampleBlocks {
  const starts = blockStarts(columns, columnCount, sampleCount)
  const blockCount = starts.length
  const cells = columnCount * blockCount
  const blocks = {
    blockCount,
    sizes: new Int32Array(cells),
    sums: new Float64Array(cells),
    squares: new Float64Array(cells),
    least: new Float64Array(cells).fill(Number.POSITIVE_INFINITY),
    most: new Float64Array(cells).fill(Number.NEGATIVE_INFINITY),
  }
  for (let column = 0; column < columnCount; column++) {
    const samples = columns.subarray(column * sampleCount, (column + 1) * sampleCount)
    takeFromMean(samples)
    starts.forEach((from, block) => {
      const to = starts[block + 1] ?? sampleCount
      const cell = column * blockCount + block
      if (Number.isNaN(samples[from])) samples.fill(0, from, to)
      else sumUp(samples, from, to, blocks, cell)
    })
  }
  return blocks
}

function sumUp(
  samples: Float64Array,
  from: number,
  to: number,
  { sizes, sums, squares, least, most }: SampleBlocks,
  cell: number,
): void {
  sizes[cell] = to - from
  let sum = 0
  let square = 0
  for (let i = from; i < to; i++) {
    const sample = samples[i]
    sum += sample
    square += sample * sample
    if (sample < least[cell]) least[cell] = sample
    if (sample > most[cell]) most[cell] = sample
  }
  sums[cell] = sum
  squares[cell] = square
}

/** Where a column begins or ceases to be missing. */
function blockStarts(columns: Float64Array, columnCount: number, sampleCount: number): number[] {
  const isStart = new Uint8Array(sampleCount)
  for (let column = 0; column < columnCount; column++) {
    let wasThere = true
    for (let i = 0; i < sampleCount; i++) {
      const isThere = !Number.isNaN(columns[column * sampleCount + i])
      if (isThere !== wasThere) isStart[i] = 1
      wasThere = isThere
    }
  }
  if (sampleCount > 0) isStart[0] = 1
  return [...isStart.keys()].filter((i) => isStart[i] === 1)
}

/** Whole numbers stay as they are: their sums are exact. */
function takeFromMean(samples: Float64Array): void {
  let sum = 0
  let count = 0
  let areWhole = true
  for (const sample of samples) {
    if (Number.isNaN(sample)) continue
    sum += sample
    count++
    areWhole &&= Number.isInteger(sample)
  }
  if (areWhole) return
  const mean = sum / count
  for (let i = 0; i < samples.length; i++) samples[i] -= mean
}
