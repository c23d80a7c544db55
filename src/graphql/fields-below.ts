import { type GraphQLResolveInfo, Kind, type SelectionSetNode } from 'graphql'

/** The selections of one field are the same for every entry of the list that it lies in. */
const counted = new WeakMap<GraphQLResolveInfo['fieldNodes'], number>()

/** How many fields, at any depth, a query asks below the field that is being resolved; at least 1. */
export function fieldsBelow({ fieldNodes, fragments }: GraphQLResolveInfo): number {
  const known = counted.get(fieldNodes)
  if (known !== undefined) return known
  const count = (selectionSet: SelectionSetNode | undefined): number => {
    let fields = 0
    for (const selection of selectionSet?.selections ?? []) {
      const below =
        selection.kind === Kind.FRAGMENT_SPREAD
          ? fragments[selection.name.value]?.selectionSet
          : selection.selectionSet
      fields += count(below) + Number(selection.kind === Kind.FIELD)
    }
    return fields
  }
  const fields = fieldNodes.reduce((sum, node) => sum + count(node.selectionSet), 0)
  counted.set(fieldNodes, Math.max(1, fields))
  return Math.max(1, fields)
}
