import {
  type DocumentNode,
  type FieldNode,
  type GraphQLSchema,
  getNamedType,
  getNullableType,
  isListType,
  isObjectType,
  Kind,
  print,
  type SelectionSetNode,
  valueFromASTUntyped,
} from 'graphql'
import type { ConcreteRequest, NormalizationSelection } from 'relay-runtime'

/**
 * What Relay's compiler makes of a query of plain fields, whose
 * arguments are literals or variables.
 */
export function relayRequest(query: DocumentNode, schema: GraphQLSchema): ConcreteRequest {
  const [definition] = query.definitions
  if (definition?.kind !== Kind.OPERATION_DEFINITION || !definition.name) {
    throw new Error('one named operation is expected')
  }
  const name = definition.name.value
  const selections = selectionsOf(definition.selectionSet, schema.getQueryType())
  const argumentDefinitions = (definition.variableDefinitions ?? []).map(({ variable }) => ({
    kind: 'LocalArgument' as const,
    name: variable.name.value,
    defaultValue: null,
  }))
  return {
    kind: 'Request',
    fragment: {
      kind: 'Fragment',
      name,
      type: 'Query',
      metadata: null,
      argumentDefinitions,
      selections: selections as never,
    },
    operation: { kind: 'Operation', name, argumentDefinitions, selections },
    params: {
      id: null,
      cacheID: name,
      name,
      operationKind: 'query',
      metadata: {},
      text: print(query),
    },
  }
}

function selectionsOf(set: SelectionSetNode, type: unknown): NormalizationSelection[] {
  return set.selections.map((selection) => {
    if (selection.kind !== Kind.FIELD) throw new Error('plain fields are expected')
    return fieldOf(selection, type)
  })
}

function fieldOf(field: FieldNode, parent: unknown): NormalizationSelection {
  const name = field.name.value
  const alias = field.alias?.value ?? null
  const args = (field.arguments ?? []).map(({ name: argument, value }) =>
    value.kind === Kind.VARIABLE
      ? { kind: 'Variable' as const, name: argument.value, variableName: value.name.value }
      : { kind: 'Literal' as const, name: argument.value, value: valueFromASTUntyped(value) },
  )
  const shared = { name, alias, args: args.length > 0 ? args : null, storageKey: null }
  if (!field.selectionSet) return { kind: 'ScalarField', ...shared }
  const type = isObjectType(parent) ? parent.getFields()[name]?.type : undefined
  return {
    kind: 'LinkedField',
    ...shared,
    concreteType: null,
    plural: isListType(getNullableType(type)),
    selections: selectionsOf(field.selectionSet, getNamedType(type)),
  }
}
