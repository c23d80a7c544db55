import {
  assertValidSchema,
  extendSchema,
  type GraphQLFieldResolver,
  type GraphQLSchema,
  isObjectType,
  parse,
} from 'graphql'
import { InvalidArgumentError } from '../errors.ts'
import type { GraphQLContext } from './context.ts'

/**
 * Resolves a field that was added. Of a Session the source is a CatalogSession; of a Unit, Channel
 * or Probe it has the `session`, its `tables` and the `row` in the table.
 */
export type ExtensionResolver = GraphQLFieldResolver<
  // biome-ignore lint/suspicious/noExplicitAny: who adds a field knows its source and arguments
  any,
  GraphQLContext,
  // biome-ignore lint/suspicious/noExplicitAny: as above
  any
>

/** Types and fields that are added to the schema. */
export interface SchemaExtension {
  /** in GraphQL's language: `extend type Session { notes: [String!]! }`, and types of its own */
  readonly typeDefs: string
  /**
   * of each field that needs one, by the names of its type and its own; without one a field is the
   * property of its source that has its name
   */
  readonly resolvers?: Readonly<Record<string, Readonly<Record<string, ExtensionResolver>>>>
}

/** @throws InvalidArgumentError when the extension does not fit the schema */
export function extendedBy(
  schema: GraphQLSchema,
  { typeDefs, resolvers = {} }: SchemaExtension,
): GraphQLSchema {
  const extended = extend(schema, typeDefs)
  for (const [typeName, fields] of Object.entries(resolvers)) {
    for (const [fieldName, resolve] of Object.entries(fields)) {
      const type = extended.getType(typeName)
      const field = isObjectType(type) ? type.getFields()[fieldName] : undefined
      if (!field || isKnown(schema, typeName, fieldName)) {
        throw new InvalidArgumentError(
          `resolvers has ${typeName}.${fieldName}, which typeDefs does not add to the schema.`,
        )
      }
      field.resolve = resolve
    }
  }
  return extended
}

function extend(schema: GraphQLSchema, typeDefs: string): GraphQLSchema {
  try {
    const extended = extendSchema(schema, parse(typeDefs))
    // Else each request would be answered by what is wrong with it.
    assertValidSchema(extended)
    return extended
  } catch (error) {
    const reason = (error as Error).message.replaceAll(/\s+/g, ' ')
    throw new InvalidArgumentError(`typeDefs cannot be added to the schema: ${reason}`, {
      cause: error,
    })
  }
}

function isKnown(schema: GraphQLSchema, typeName: string, fieldName: string): boolean {
  const type = schema.getType(typeName)
  return isObjectType(type) && fieldName in type.getFields()
}
