import {
  type FragmentDefinitionNode,
  GraphQLError,
  Kind,
  type OperationDefinitionNode,
  type SelectionSetNode,
  type ValidationRule,
} from 'graphql'

// The limit on the bytes of a query is in src/http/server.ts.

/** Cells of one request: counts of 50 million cells are about 100 MB of JSON. */
export const DEFAULT_MAX_CELLS = 50_000_000

/**
 * Values in all lists of one response but counts: graphql-js writes a million of them in two
 * seconds, and takes 200 MB for it.
 */
export const MAX_VALUES = 1_000_000

/** GraphiQL's introspection query is just so deep. */
export const MAX_DEPTH = 15

/**
 * GraphiQL's introspection query has 170 tokens; one that asks for every field of a notebook, 400.
 */
export const MAX_TOKENS = 1500

/**
 * Selections with all fragments written out (GraphiQL's introspection: 240): fragments within
 * fragments grow without bounds.
 */
export const MAX_SELECTIONS = 2000

/** Errors of one document: each costs time to find, and no one reads more. */
export const MAX_VALIDATION_ERRORS = 5

/** Each alias can request a whole response once more. */
export const MAX_ALIASES = 50

/** No query needs more than a few `@include` and `@skip`. */
export const MAX_DIRECTIVES = 50

/** Fields of Query itself, under aliases or not. */
export const MAX_ROOT_FIELDS = 30

/** What an operation amounts to with its fragments written out. */
interface Extent {
  depth: number
  aliases: number
  directives: number
}

/**
 * Refuses operations that go beyond the limits. Runs after the specified rules and the one on
 * selections: fragments have no cycles and stay small when written out.
 */
export const operationLimitsRule: ValidationRule = (context) => {
  const refuse = (what: string, is: number, limit: number, operation: OperationDefinitionNode) =>
    context.reportError(
      new GraphQLError(
        `The operation has ${is} ${what}; ${limit} are allowed. Split it into several requests.`,
        { nodes: operation },
      ),
    )
  return {
    OperationDefinition(operation) {
      const findFragment = (name: string) => context.getFragment(name) ?? undefined
      const { depth, aliases, directives } = measure(operation.selectionSet, findFragment)
      const rootFields = countFields(operation.selectionSet, findFragment)
      if (depth > MAX_DEPTH) refuse('levels', depth, MAX_DEPTH, operation)
      if (aliases > MAX_ALIASES) refuse('aliases', aliases, MAX_ALIASES, operation)
      // None is allowed on the operation itself.
      if (directives > MAX_DIRECTIVES) refuse('directives', directives, MAX_DIRECTIVES, operation)
      if (rootFields > MAX_ROOT_FIELDS)
        refuse('root fields', rootFields, MAX_ROOT_FIELDS, operation)
    },
  }
}

type FindFragment = (name: string) => FragmentDefinitionNode | undefined

function measure(selectionSet: SelectionSetNode, findFragment: FindFragment): Extent {
  const extent: Extent = { depth: 0, aliases: 0, directives: 0 }
  for (const selection of selectionSet.selections) {
    const isField = selection.kind === Kind.FIELD
    extent.directives += selection.directives?.length ?? 0
    if (isField && selection.alias) extent.aliases++
    const below =
      selection.kind === Kind.FRAGMENT_SPREAD
        ? findFragment(selection.name.value)?.selectionSet
        : selection.selectionSet
    const inner = below ? measure(below, findFragment) : { depth: 0, aliases: 0, directives: 0 }
    extent.depth = Math.max(extent.depth, inner.depth + Number(isField))
    extent.aliases += inner.aliases
    extent.directives += inner.directives
  }
  return extent
}

/** Fields of a selection set itself, with its fragments written out. */
function countFields(selectionSet: SelectionSetNode, findFragment: FindFragment): number {
  let fields = 0
  for (const selection of selectionSet.selections) {
    const below =
      selection.kind === Kind.FRAGMENT_SPREAD
        ? findFragment(selection.name.value)?.selectionSet
        : selection.kind === Kind.INLINE_FRAGMENT && selection.selectionSet
    fields += below ? countFields(below, findFragment) : 1
  }
  return fields
}
