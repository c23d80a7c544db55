import {
  type DocumentNode,
  type ExecutionResult,
  execute,
  type GraphQLSchema,
  getOperationAST,
  getVariableValues,
  Kind,
  OperationTypeNode,
} from 'graphql'
import { OperationExecution } from './operation-execution.ts'

/** Errors in variables; each costs time to find, and no one reads more. */
const MAX_VARIABLE_ERRORS = 50

export interface Operation {
  readonly schema: GraphQLSchema
  /** parsed and valid */
  readonly document: DocumentNode
  readonly operationName?: string | null | undefined
  readonly variables?: Readonly<Record<string, unknown>> | undefined
  readonly contextValue: unknown
}

/** Execute a query as graphql-js does; see {@link OperationExecution} for what is better. */
export async function executeOperation({
  schema,
  document,
  operationName,
  variables = {},
  contextValue,
}: Operation): Promise<ExecutionResult> {
  const operation = getOperationAST(document, operationName)
  const type = schema.getQueryType()
  if (!type || operation?.operation !== OperationTypeNode.QUERY) {
    // Not an operation that could be executed: graphql-js says why.
    return execute({ schema, document, operationName, variableValues: variables, contextValue })
  }
  const { coerced, errors } = getVariableValues(
    schema,
    operation.variableDefinitions ?? [],
    variables,
    { maxErrors: MAX_VARIABLE_ERRORS },
  )
  if (!coerced) return { errors: errors ?? [] }
  const fragments = Object.create(null)
  for (const definition of document.definitions) {
    if (definition.kind === Kind.FRAGMENT_DEFINITION) fragments[definition.name.value] = definition
  }
  const context = { schema, operation, fragments, variableValues: coerced, contextValue }
  return new OperationExecution(context).run(type)
}
