import { UnexpectedResponseError } from './errors.ts'

/** Unsigned counts, in the narrowest array that holds them. */
export type Counts = Uint8Array | Uint16Array | Uint32Array

/** Spike counts of some units in consecutive bins. */
export class CountMatrix {
  /** the counts row by row: that of bin `b` and unit `u` is `data[b * shape[1] + u]` */
  readonly data: Counts
  /** [bins, units] */
  readonly shape: readonly [bins: number, units: number]

  constructor(data: Counts, [bins, units]: readonly [bins: number, units: number]) {
    if (data.length !== bins * units) {
      throw new RangeError(`${data.length} counts do not fill the shape [${bins}, ${units}].`)
    }
    this.data = data
    this.shape = [bins, units]
  }

  /** The count of a unit in a bin. */
  at(bin: number, unit: number): number {
    const [bins, units] = this.shape
    if (!(bin >= 0 && bin < bins && unit >= 0 && unit < units)) {
      throw new RangeError(`No bin ${bin} and unit ${unit} in a matrix of [${bins}, ${units}].`)
    }
    return this.data[bin * units + unit]
  }

  /** The counts of a bin, one per unit; not a copy. Shape [units]. */
  bin(index: number): Counts {
    const [bins, units] = this.shape
    if (!(index >= 0 && index < bins)) throw new RangeError(`No bin ${index} of ${bins}.`)
    return this.data.subarray(index * units, (index + 1) * units)
  }

  /** The counts of a unit, one per bin; a copy. Shape [bins]. */
  unit(index: number): Counts {
    const [bins, units] = this.shape
    if (!(index >= 0 && index < units)) throw new RangeError(`No unit ${index} of ${units}.`)
    const counts = this.data.slice(0, bins)
    for (let bin = 0; bin < bins; bin++) counts[bin] = this.data[bin * units + index]
    return counts
  }
}

/**
 * Decoded numbers as a matrix of counts.
 *
 * @throws UnexpectedResponseError for anything but two dimensions of unsigned numbers
 */
export function asCountMatrix(array: {
  readonly shape: readonly number[]
  readonly data: unknown
}): CountMatrix {
  const { shape, data } = array
  const [bins, units] = shape
  if (shape.length !== 2 || bins === undefined || units === undefined || !isCounts(data)) {
    throw new UnexpectedResponseError(
      `Expected counts of shape [bins, units], got an array of shape [${shape.join(', ')}].`,
    )
  }
  return new CountMatrix(data, [bins, units])
}

function isCounts(data: unknown): data is Counts {
  return data instanceof Uint8Array || data instanceof Uint16Array || data instanceof Uint32Array
}
