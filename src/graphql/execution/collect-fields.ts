import {
  type FieldNode,
  type FragmentDefinitionNode,
  GraphQLIncludeDirective,
  type GraphQLObjectType,
  type GraphQLSchema,
  GraphQLSkipDirective,
  getDirectiveValues,
  isAbstractType,
  Kind,
  type NamedTypeNode,
  type SelectionNode,
  type SelectionSetNode,
} from 'graphql'

/** What selection sets are read by: the same for a whole execution. */
export interface SelectionContext {
  readonly schema: GraphQLSchema
  /** by name, without a prototype */
  readonly fragments: Readonly<Record<string, FragmentDefinitionNode>>
  readonly variableValues: Readonly<Record<string, unknown>>
}

/**
 * Fields that selection sets select of an object type, by their names in the response,
 * in order of first appearance.
 *
 * @throws GraphQLError where the condition of a `@skip` or `@include` is null
 */
export function collectFields(
  selectionSets: readonly SelectionSetNode[],
  type: GraphQLObjectType,
  context: SelectionContext,
): Map<string, FieldNode[]> {
  const fields = new Map<string, FieldNode[]>()
  const seenFragments = new Set<string>()
  const collect = (selection: SelectionNode): void => {
    if (selection.kind === Kind.FRAGMENT_SPREAD && seenFragments.has(selection.name.value)) return
    if (!isIncluded(selection, context)) return
    if (selection.kind === Kind.FIELD) {
      const name = selection.alias?.value ?? selection.name.value
      const nodes = fields.get(name)
      if (nodes) nodes.push(selection)
      else fields.set(name, [selection])
      return
    }
    if (selection.kind === Kind.FRAGMENT_SPREAD) seenFragments.add(selection.name.value)
    const fragment =
      selection.kind === Kind.FRAGMENT_SPREAD ? context.fragments[selection.name.value] : selection
    if (!fragment || !applies(fragment.typeCondition, type, context.schema)) return
    fragment.selectionSet.selections.forEach(collect)
  }
  for (const { selections } of selectionSets) selections.forEach(collect)
  return fields
}

function isIncluded(node: SelectionNode, { variableValues }: SelectionContext): boolean {
  if (!node.directives?.length) return true
  const skip = getDirectiveValues(GraphQLSkipDirective, node, variableValues)
  if (skip?.if === true) return false
  const include = getDirectiveValues(GraphQLIncludeDirective, node, variableValues)
  return include?.if !== false
}

function applies(
  condition: NamedTypeNode | undefined,
  type: GraphQLObjectType,
  schema: GraphQLSchema,
): boolean {
  if (!condition || condition.name.value === type.name) return true
  const conditional = schema.getType(condition.name.value)
  return isAbstractType(conditional) && schema.isSubType(conditional, type)
}
