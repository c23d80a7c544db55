import {
  GraphQLError,
  type IntValueNode,
  Kind,
  print,
  type ValueNode,
  valueFromASTUntyped,
} from 'graphql'
import type { RequestedValue } from '../../domain/stimuli/parameter-match.ts'

/**
 * What a client gives as a StimulusParameterValue, in a variable.
 *
 * @throws GraphQLError
 */
export function parseParameterValue(value: unknown): RequestedValue {
  if (isScalar(value)) return value
  if (Array.isArray(value)) {
    if (value.every((entry) => typeof entry === 'number' && isScalar(entry))) return value
    if (value.every((entry) => typeof entry === 'string')) return value
  }
  throw refused(JSON.stringify(value) ?? String(value))
}

/**
 * The same, written in a query. A whole number of more digits than a
 * double keeps comes as its text.
 */
export function parseParameterLiteral(
  node: ValueNode,
  variables?: Readonly<Record<string, unknown>> | null,
): RequestedValue {
  if (node.kind === Kind.OBJECT) throw refused(print(node))
  return parseParameterValue(exactValue(node, variables))
}

function exactValue(
  node: ValueNode,
  variables: Readonly<Record<string, unknown>> | null | undefined,
): unknown {
  if (isRounded(node)) return node.value
  if (node.kind !== Kind.LIST) return valueFromASTUntyped(node, variables)
  // As the values of a column are: all of them texts where one is.
  if (node.values.some(isRounded) && node.values.every(isInteger)) {
    return node.values.map(({ value }) => value)
  }
  return node.values.map((entry) => exactValue(entry, variables))
}

const isInteger = (node: ValueNode): node is IntValueNode => node.kind === Kind.INT

const isRounded = (node: ValueNode): node is IntValueNode =>
  isInteger(node) && !Number.isSafeInteger(Number(node.value))

function isScalar(value: unknown): value is number | string | boolean {
  return typeof value === 'string' || typeof value === 'boolean' || Number.isFinite(value)
}

function refused(shown: string): GraphQLError {
  const text = shown.length <= 100 ? shown : `${shown.slice(0, 100)}…`
  return new GraphQLError(
    `A stimulus parameter's value is a number, a text, true or false, a list of numbers or a list of texts; got ${text}.`,
  )
}
