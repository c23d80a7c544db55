import { type GraphQLResolveInfo, Kind, type SelectionSetNode } from 'graphql'

/** The selections of one field are the same for every entry of the list that it lies in. */
const counted = new WeakMap<GraphQLResolveInfo['fieldNodes'], number>()

/**
 * How many fields, at any depth, a query selects below the field being resolved; at least 1.
 */
export function fieldsBelow({ fieldNodes, fragments }: GraphQLResolveInfo): number {
  const known = counted.get(fieldNodes)
  if (known !== undefined) return known
  const fields = fieldNodes.reduce(
    (sum, { selectionSet }) =>
      sum + countFields(selectionSet, (name) => fragments[name]?.selectionSet),
    0,
  )
  counted.set(fieldNodes, Math.max(1, fields))
  return Math.max(1, fields)
}

/** Fields of a selection set at any depth, with its fragments written out. */
export function countFields(
  selectionSet: SelectionSetNode | undefined,
  fragmentOf: (name: string) => SelectionSetNode | undefined,
): number {
  let fields = 0
  for (const selection of selectionSet?.selections ?? []) {
    const below =
      selection.kind === Kind.FRAGMENT_SPREAD
        ? fragmentOf(selection.name.value)
        : selection.selectionSet
    fields += countFields(below, fragmentOf) + Number(selection.kind === Kind.FIELD)
  }
  return fields
}

/** Whether a query selects one of some fields, at any depth below the field being resolved. */
export function selectsBelow(
  { fieldNodes, fragments }: GraphQLResolveInfo,
  names: ReadonlySet<string>,
): boolean {
  const selects = (selectionSet: SelectionSetNode | undefined): boolean =>
    selectionSet?.selections.some((selection) => {
      if (selection.kind === Kind.FRAGMENT_SPREAD) {
        return selects(fragments[selection.name.value]?.selectionSet)
      }
      const isSelected = selection.kind === Kind.FIELD && names.has(selection.name.value)
      return isSelected || selects(selection.selectionSet)
    }) ?? false
  return fieldNodes.some((node) => selects(node.selectionSet))
}
