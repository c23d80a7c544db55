import type { GraphQLScalarSerializer } from 'graphql'
import type { CountMatrix } from '../domain/count-matrix.ts'
import {
  type IntegerArray,
  writeFloatsJson,
  writeIntegersJson,
  writeMatrixJson,
} from '../wire/json-writer.ts'
import { SelfWritten } from './json-splice.ts'

/** How each scalar of ours leaves: its JSON is written straight from the typed array. None of them is ever an input. */
export const scalarSerializers: Readonly<Record<string, GraphQLScalarSerializer<SelfWritten>>> = {
  CountMatrix(value) {
    const { counts, binCount, unitCount } = value as CountMatrix
    return new SelfWritten(
      () =>
        Array.from({ length: binCount }, (_, bin) => [
          ...counts.subarray(bin * unitCount, (bin + 1) * unitCount),
        ]),
      () => writeMatrixJson(counts, binCount, unitCount),
    )
  },

  Int32List(value) {
    const numbers = value as IntegerArray
    return new SelfWritten(
      () => [...numbers],
      () => writeIntegersJson(numbers),
    )
  },

  Float64List(value) {
    const numbers = value as Float64Array
    return new SelfWritten(
      () => [...numbers],
      () => writeFloatsJson(numbers),
    )
  },
}
