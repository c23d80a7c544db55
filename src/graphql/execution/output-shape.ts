import {
  type GraphQLAbstractType,
  type GraphQLLeafType,
  type GraphQLObjectType,
  type GraphQLOutputType,
  isAbstractType,
  isLeafType,
  isListType,
  isNonNullType,
} from 'graphql'

/**
 * An output type, taken apart once: examining it with graphql-js again for each
 * value costs more than the value.
 */
export type OutputShape = { readonly isNonNull: boolean } & (
  | { readonly kind: 'leaf'; readonly type: GraphQLLeafType }
  | { readonly kind: 'object'; readonly type: GraphQLObjectType }
  | { readonly kind: 'abstract'; readonly type: GraphQLAbstractType }
  | { readonly kind: 'list'; readonly item: OutputShape }
)

export type LeafShape = Extract<OutputShape, { kind: 'leaf' }>

const known = new WeakMap<GraphQLOutputType, OutputShape>()

/** Memoized per type. */
export function shapeOf(type: GraphQLOutputType): OutputShape {
  const shape = known.get(type) ?? takeApart(type)
  known.set(type, shape)
  return shape
}

function takeApart(type: GraphQLOutputType): OutputShape {
  const isNonNull = isNonNullType(type)
  const nullable = isNonNull ? type.ofType : type
  if (isListType(nullable)) return { isNonNull, kind: 'list', item: shapeOf(nullable.ofType) }
  if (isLeafType(nullable)) return { isNonNull, kind: 'leaf', type: nullable }
  if (isAbstractType(nullable)) return { isNonNull, kind: 'abstract', type: nullable }
  return { isNonNull, kind: 'object', type: nullable }
}
