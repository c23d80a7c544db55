import { inTurns } from '../numeric/in-turns.ts'
import { unitParts } from '../units/unit-parts.ts'
import type { AlignRequest } from './align-request.ts'

type CellArray = Uint8Array | Uint16Array | Uint32Array | Int32Array | Float64Array

/** An object of nothing but arrays. */
type Arrays<Columns> = { readonly [Name in keyof Columns]: CellArray }

/**
 * A request in parts that threads can answer at once, each about some of its columns; in order.
 * Spikes themselves, which come in order of time, are requested in one.
 */
export function splitColumns(request: AlignRequest, threads: number): AlignRequest[] {
  if (request.kind === 'spikes') return [request]
  return unitParts(request.unitRows, threads).map((unitRows) => ({ ...request, unitRows }))
}

/**
 * Arrays about some units from those about parts of them: shape [..., units], the parts' units one
 * after the other. Large ones take several turns of the event loop.
 *
 * @param widths units of each part
 */
export async function joinColumns<Columns extends Arrays<Columns>>(
  parts: readonly Columns[],
  widths: readonly number[],
): Promise<Columns> {
  const [first] = parts
  if (parts.length === 1) return first
  const joined = { ...first }
  for (const name in first) {
    const arrays = parts.map((part) => part[name])
    joined[name] = await joinArrays(arrays, widths)
  }
  return joined
}

/** In the widest of the arrays' types. */
async function joinArrays<Cells extends CellArray>(
  arrays: readonly Cells[],
  widths: readonly number[],
): Promise<Cells> {
  const unitCount = widths.reduce((sum, width) => sum + width, 0)
  const length = arrays.reduce((sum, array) => sum + array.length, 0)
  const widest = arrays.reduce((a, b) => (a.BYTES_PER_ELEMENT < b.BYTES_PER_ELEMENT ? b : a))
  const joined = new (widest.constructor as new (length: number) => Cells)(length)
  await inTurns(length / unitCount, unitCount, (from, to) => {
    let begin = 0
    for (const [part, array] of arrays.entries()) {
      const width = widths[part]
      for (let row = from; row < to; row++) {
        joined.set(array.subarray(row * width, (row + 1) * width), row * unitCount + begin)
      }
      begin += width
    }
  })
  return joined
}
