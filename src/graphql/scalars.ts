import type { GraphQLScalarSerializer } from 'graphql'
import type { CountMatrix } from '../domain/count-matrix.ts'
import type { CountNdArray, Float64NdArray } from '../domain/nd-array.ts'
import {
  base64,
  base64Json,
  floatsJson,
  type IntegerArray,
  integersJson,
  matrixJson,
} from '../wire/json-writer.ts'
import { nestedFloatsJson, nestedIntegersJson, nestedLists } from '../wire/nested-json.ts'
import { SelfWritten } from './answer-text.ts'

/** How each scalar of ours leaves: its JSON is written straight from the typed array. None of them is ever an input. */
export const scalarSerializers: Readonly<Record<string, GraphQLScalarSerializer<SelfWritten>>> = {
  CountMatrix(value) {
    const { counts, binCount, unitCount } = value as CountMatrix
    return new SelfWritten(
      () =>
        Array.from({ length: binCount }, (_, bin) => [
          ...counts.subarray(bin * unitCount, (bin + 1) * unitCount),
        ]),
      () => matrixJson(counts, binCount, unitCount),
    )
  },

  CountArray(value) {
    const { shape, data } = value as CountNdArray
    return new SelfWritten(
      () => nestedLists(data, shape),
      () => nestedIntegersJson(data, shape),
    )
  },

  Int32List(value) {
    const numbers = value as IntegerArray
    return new SelfWritten(
      () => [...numbers],
      () => integersJson(numbers),
    )
  },

  Float64List(value) {
    const numbers = value as Float64Array
    return new SelfWritten(
      () => [...numbers],
      () => floatsJson(numbers),
    )
  },

  Float64Array(value) {
    const { shape, data } = value as Float64NdArray
    return new SelfWritten(
      () => nestedLists(data, shape),
      () => nestedFloatsJson(data, shape),
    )
  },

  Base64(value) {
    const bytes = value as Uint8Array
    return new SelfWritten(
      () => base64(bytes),
      () => base64Json(bytes),
    )
  },
}
