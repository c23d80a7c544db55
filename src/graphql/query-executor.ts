import {
  type DocumentNode,
  type ExecutionResult,
  execute,
  GraphQLError,
  type GraphQLSchema,
  Kind,
  type Source,
  visit,
} from 'graphql'
import { type CompiledQuery, compileQuery, isCompiledQuery } from 'graphql-jit'
import { LRUCache } from 'lru-cache'
import { countFields } from './fields-below.ts'

/** Executions of a document by graphql-js, before it is compiled: what is asked once or twice is answered sooner without. */
const PLAIN_EXECUTIONS = 3

/** With all fragments written out. To compile so many takes 16 ms, in which nothing else is answered, and 2 MB. */
const MOST_FIELDS = 100

/** Documents that are remembered, those asked last: more than a dashboard has. */
const KEPT_DOCUMENTS = 50

export interface Operation {
  /** parsed and valid; the same object when it is asked again */
  readonly document: DocumentNode
  readonly operationName: string | null
  readonly variables: Record<string, unknown>
  readonly contextValue: unknown
}

/** An operation of a document: how often graphql-js answered it without an error, and what became of compiling it. */
interface Known {
  plainExecutions: number
  compiled: CompiledQuery | 'never' | null
}

/**
 * Executes operations of one schema. Those that come again and again, as a dashboard's do, are compiled into functions of their own, which give the same answers
 * in half of the time or less.
 *
 * An operation that fails in a field is left to graphql-js from then on: it stops at an error that takes the answer's place, where a compiled one asks the other fields too.
 */
export class QueryExecutor {
  readonly #schema: GraphQLSchema
  readonly #plainExecutions: number
  readonly #known = new LRUCache<DocumentNode, Map<string | null, Known>>({ max: KEPT_DOCUMENTS })

  /** @param plainExecutions before an operation is compiled */
  constructor(schema: GraphQLSchema, plainExecutions = PLAIN_EXECUTIONS) {
    this.#schema = schema
    this.#plainExecutions = plainExecutions
  }

  async execute(operation: Operation): Promise<ExecutionResult> {
    const known = this.#knownOf(operation)
    if (known.compiled === null && known.plainExecutions >= this.#plainExecutions) {
      known.compiled = this.#compile(operation)
    }
    const { compiled } = known
    const result =
      compiled === 'never' || compiled === null || hasNull(operation.variables)
        ? await this.#executePlainly(operation)
        : await this.#executeCompiled(compiled, operation)
    if (result.errors) known.compiled = 'never'
    else known.plainExecutions++
    return result
  }

  #knownOf({ document, operationName }: Operation): Known {
    const operations = this.#known.get(document) ?? new Map<string | null, Known>()
    const known = operations.get(operationName) ?? { plainExecutions: 0, compiled: null }
    this.#known.set(document, operations.set(operationName, known))
    return known
  }

  async #executePlainly(operation: Operation): Promise<ExecutionResult> {
    const { document, operationName, variables, contextValue } = operation
    const schema = this.#schema
    return execute({ schema, document, operationName, variableValues: variables, contextValue })
  }

  async #executeCompiled({ query }: CompiledQuery, operation: Operation): Promise<ExecutionResult> {
    const { document, variables, contextValue } = operation
    const result: ExecutionResult = await query(undefined, contextValue, variables)
    // Variables that do not fit: nothing was executed, and graphql-js tells it better.
    if (!('data' in result)) return this.#executePlainly(operation)
    if (!result.errors) return result
    const source = document.loc?.source
    return {
      data: result.data,
      errors: result.errors.map((error) => asGraphQLError(error, source)),
    }
  }

  #compile({ document, operationName }: Operation): CompiledQuery | 'never' {
    if (!isPlain(document)) return 'never'
    const compiled = compileQuery(this.#schema, document, operationName ?? undefined)
    return isCompiledQuery(compiled) ? compiled : 'never'
  }
}

/** Where an argument has a default and takes no null, a null is the client's fault, which only graphql-js tells. */
function hasNull(variables: Readonly<Record<string, unknown>>): boolean {
  return Object.values(variables).includes(null)
}

/** Whether a document asks for data alone, on no condition, and not for too much: conditions within fragments are not compiled faithfully, and the schema is seldom asked for. */
function isPlain(document: DocumentNode): boolean {
  if (fieldCount(document) > MOST_FIELDS) return false
  let asksMore = false
  visit(document, {
    Directive() {
      asksMore = true
    },
    Field({ name }) {
      if (name.value.startsWith('__') && name.value !== '__typename') asksMore = true
    },
  })
  return !asksMore
}

function fieldCount({ definitions }: DocumentNode): number {
  const fragments = new Map(
    definitions.flatMap((definition) =>
      definition.kind === Kind.FRAGMENT_DEFINITION
        ? [[definition.name.value, definition.selectionSet]]
        : [],
    ),
  )
  return definitions.reduce(
    (sum, definition) =>
      definition.kind === Kind.OPERATION_DEFINITION
        ? sum + countFields(definition.selectionSet, (name) => fragments.get(name))
        : sum,
    0,
  )
}

/** The compiler's errors only look like graphql-js's. */
function asGraphQLError(
  { message, locations, path, originalError }: GraphQLError,
  source: Source | undefined,
): GraphQLError {
  const positions =
    source && locations?.map(({ line, column }) => positionOf(source.body, line) + column - 1)
  return new GraphQLError(message, { source, positions, path, originalError })
}

/** Where a line begins, as graphql-js counts lines. */
function positionOf(text: string, line: number): number {
  let at = 0
  const ends = /\r\n|[\n\r]/g
  for (let before = 1; before < line && ends.exec(text); before++) at = ends.lastIndex
  return at
}
