import {
  type FieldNode,
  type GraphQLCompositeType,
  GraphQLError,
  type GraphQLOutputType,
  getNamedType,
  isCompositeType,
  isListType,
  isNonNullType,
  isUnionType,
  Kind,
  type SelectionSetNode,
  type ValidationContext,
  type ValidationRule,
} from 'graphql'

/** Which types a path of the query has come through, and whether one of them twice. */
interface Path {
  readonly types: ReadonlySet<string>
  readonly isCircle: boolean
}

/**
 * Refuses lists below a field that leads back to a parent. A unit has its session and a session its
 * units: a query that goes in circles multiplies lists by lists, a million entries from a hundred
 * characters. Single values may be selected in circles, such as the session's id of a unit; a list
 * must be selected where it first appears, which gives the same values.
 */
export const noListsInCirclesRule: ValidationRule = (context) => ({
  OperationDefinition({ operation, selectionSet }) {
    const root = context.getSchema().getRootType(operation)
    if (!root) return
    const found = findListInCircle(context, selectionSet, root, {
      types: new Set([root.name]),
      isCircle: false,
    })
    if (!found) return
    context.reportError(
      new GraphQLError(
        `The list ${found.name.value} is nested below a field that leads back to an object higher up in the query. Select it on that object instead.`,
        { nodes: found },
      ),
    )
  },
})

/**
 * Runs after the specified rules and the one on selections: fragments have no cycles and
 * stay small when written out.
 */
function findListInCircle(
  context: ValidationContext,
  { selections }: SelectionSetNode,
  parent: GraphQLCompositeType,
  path: Path,
): FieldNode | undefined {
  for (const selection of selections) {
    const found =
      selection.kind === Kind.FIELD
        ? findBelowField(context, selection, parent, path)
        : findBelowFragment(context, selection, parent, path)
    if (found) return found
  }
  return undefined
}

function findBelowFragment(
  context: ValidationContext,
  selection: Exclude<SelectionSetNode['selections'][number], FieldNode>,
  parent: GraphQLCompositeType,
  path: Path,
): FieldNode | undefined {
  const fragment =
    selection.kind === Kind.FRAGMENT_SPREAD ? context.getFragment(selection.name.value) : selection
  if (!fragment) return undefined
  const named = fragment.typeCondition?.name.value
  const condition = named === undefined ? parent : context.getSchema().getType(named)
  return isCompositeType(condition)
    ? findListInCircle(context, fragment.selectionSet, condition, {
        ...path,
        types: new Set(path.types).add(condition.name),
      })
    : undefined
}

function findBelowField(
  context: ValidationContext,
  field: FieldNode,
  parent: GraphQLCompositeType,
  path: Path,
): FieldNode | undefined {
  if (!field.selectionSet || isUnionType(parent)) return undefined
  const type = parent.getFields()[field.name.value]?.type
  const named = type && getNamedType(type)
  // Introspection has limits of its own.
  if (!type || !isCompositeType(named) || named.name.startsWith('__')) return undefined
  const isCircle = path.isCircle || path.types.has(named.name)
  if (isCircle && isList(type)) return field
  const types = new Set(path.types).add(named.name)
  return findListInCircle(context, field.selectionSet, named, { types, isCircle })
}

function isList(type: GraphQLOutputType): boolean {
  return isListType(isNonNullType(type) ? type.ofType : type)
}
