import {
  GraphQLError,
  type GraphQLScalarSerializer,
  type GraphQLScalarType,
  Kind,
  print,
} from 'graphql'
import type { CountMatrix } from '../domain/counting/count-matrix.ts'
import type { CountNdArray, Float64NdArray } from '../domain/counting/nd-array.ts'
import { type ExactNumber, exactKey, parseWhole } from '../domain/numeric/exact-numbers.ts'
import {
  base64,
  base64Json,
  floatsJson,
  type IntegerArray,
  integersJson,
  matrixJson,
} from '../formats/json/json-writer.ts'
import { nestedFloatsJson, nestedIntegersJson, nestedLists } from '../formats/json/nested-json.ts'
import { SelfWritten } from './response-text.ts'
import { parseParameterLiteral, parseParameterValue } from './selections/parameter-value-input.ts'

/** What is said of a scalar instead of graphql-js's defaults. */
type ScalarFunctions = Partial<
  Pick<GraphQLScalarType<unknown, unknown>, 'serialize' | 'parseValue' | 'parseLiteral'>
>

/**
 * How scalars of typed arrays leave: their JSON is written straight from the array.
 * None of them is ever an input.
 */
const arraySerializers: Readonly<Record<string, GraphQLScalarSerializer<SelfWritten>>> = {
  CountMatrix(value) {
    const { counts, binCount, unitCount } = value as CountMatrix
    return new SelfWritten(
      counts,
      [binCount, unitCount],
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
      data,
      shape,
      () => nestedLists(data, shape),
      () =>
        data instanceof Float64Array
          ? nestedFloatsJson(data, shape)
          : nestedIntegersJson(data, shape),
    )
  },

  Int32List(value) {
    const numbers = value as IntegerArray
    return new SelfWritten(
      numbers,
      [numbers.length],
      () => [...numbers],
      () => integersJson(numbers),
    )
  },

  Float64List(value) {
    const numbers = value as Float64Array
    return new SelfWritten(
      numbers,
      [numbers.length],
      () => [...numbers],
      () => floatsJson(numbers),
    )
  },

  Float64Array(value) {
    const { shape, data } = value as Float64NdArray
    return new SelfWritten(
      data,
      shape,
      () => nestedLists(data, shape),
      () => nestedFloatsJson(data, shape),
    )
  },

  Base64(value) {
    const bytes = value as Uint8Array
    return new SelfWritten(
      bytes,
      [bytes.length],
      () => base64(bytes),
      () => base64Json(bytes),
    )
  },
}

/** Scalars of ours, by their names. */
export const scalars: Readonly<Record<string, ScalarFunctions>> = {
  ...Object.fromEntries(
    Object.entries(arraySerializers).map(([name, serialize]) => [name, { serialize }]),
  ),

  WholeNumber: {
    serialize(value) {
      const whole = exactKey(value as ExactNumber)
      return typeof whole === 'bigint' ? String(whole) : whole
    },
    parseValue: parseWholeNumber,
    parseLiteral: (node) =>
      parseWholeNumber(
        node.kind === Kind.INT || node.kind === Kind.STRING ? node.value : print(node),
      ),
  },

  StimulusParameterValue: { parseValue: parseParameterValue, parseLiteral: parseParameterLiteral },
}

/** A JSON number is exact only where it is safe: a larger one was rounded on its way. */
function parseWholeNumber(value: unknown): ExactNumber {
  const whole =
    typeof value === 'string' ? parseWhole(value) : Number.isSafeInteger(value) ? value : null
  if (whole === null) {
    throw new GraphQLError(
      `WholeNumber cannot be ${JSON.stringify(value)}: pass a whole number, or the text of its digits beyond 2^53 - 1.`,
    )
  }
  return whole as ExactNumber
}
