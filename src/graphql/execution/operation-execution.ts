import {
  defaultTypeResolver,
  type ExecutionResult,
  GraphQLError,
  type GraphQLLeafType,
  type GraphQLObjectType,
  type GraphQLResolveInfo,
  isObjectType,
  locatedError,
  type OperationDefinitionNode,
  responsePathAsArray,
} from 'graphql'
import type { SelectionContext } from './collect-fields.ts'
import { FieldErrors, type ResponsePath } from './field-errors.ts'
import type { OutputShape } from './output-shape.ts'
import { abandon, type Eventual, isPromise } from './promises.ts'
import { type SelectedField, selectFields } from './selected-field.ts'

export interface ExecutionContext extends SelectionContext {
  readonly operation: OperationDefinitionNode
  readonly contextValue: unknown
}

/** An object of the response. Without a prototype: any name is a key like any other. */
class ResponseObject {
  [responseName: string]: unknown
}
Object.setPrototypeOf(ResponseObject.prototype, null)

/**
 * One execution of a query. It gives the data and errors of graphql-js's
 * `execute`, and differs in two ways:
 *
 * - No promise is dropped. Where an entry of a list fails at once, graphql-js forgets the entries
 *   before it, whose promises then reject with nobody waiting, which ends the process.
 * - What is the same for all objects at one place (arguments, fields below, what its
 *   type is) is computed once.
 */
export class OperationExecution {
  readonly #context: ExecutionContext
  readonly #errors = new FieldErrors()

  constructor(context: ExecutionContext) {
    this.#context = context
  }

  async run(type: GraphQLObjectType): Promise<ExecutionResult> {
    let data: ResponseObject | null
    try {
      const fields = selectFields([this.#context.operation.selectionSet], type, this.#context)
      data = await this.#object(fields, undefined, undefined)
    } catch (error) {
      this.#errors.add(error as GraphQLError, undefined)
      data = null
    }
    const errors = this.#errors.all
    return errors.length > 0 ? { errors, data } : { data }
  }

  #object(
    fields: readonly SelectedField[],
    source: unknown,
    path: ResponsePath | undefined,
  ): Eventual<ResponseObject> {
    const object = new ResponseObject()
    const pending: PendingField[] = []
    try {
      for (const field of fields) {
        const value = this.#field(field, source, path)
        object[field.responseName] = value
        if (isPromise(value)) pending.push({ name: field.responseName, value })
      }
    } catch (error) {
      if (pending.length === 0) throw error
      return settle(object, pending).finally(() => {
        throw error
      })
    }
    return pending.length > 0 ? settle(object, pending) : object
  }

  #field(
    field: SelectedField,
    source: unknown,
    parent: ResponsePath | undefined,
  ): Eventual<unknown> {
    const path = { prev: parent, key: field.responseName, typename: field.parentType.name }
    try {
      return this.#guarded(field.shape, field, path, this.#resolve(field, source, path))
    } catch (error) {
      return this.#fail(error, field.shape, field, path)
    }
  }

  #resolve(field: SelectedField, source: unknown, path: ResponsePath): unknown {
    const { definition, args } = field
    const { contextValue } = this.#context
    const { resolve } = definition
    if (resolve) return resolve(source, args, contextValue, this.#infoOf(field, path))
    const property = (source as Record<string, unknown> | undefined)?.[definition.name]
    if (typeof property !== 'function') return property
    return property.call(source, args, contextValue, this.#infoOf(field, path))
  }

  /**
   * The value as it is completed; where that fails, null, or the error for whoever stands above.
   */
  #guarded(
    shape: OutputShape,
    field: SelectedField,
    path: ResponsePath,
    value: unknown,
  ): Eventual<unknown> {
    try {
      const completed = isPromise(value)
        ? value.then((settled) => this.#complete(shape, field, path, settled))
        : this.#complete(shape, field, path, value)
      if (!isPromise(completed)) return completed
      return completed.then(undefined, (error) => this.#fail(error, shape, field, path))
    } catch (error) {
      return this.#fail(error, shape, field, path)
    }
  }

  #fail(
    error: unknown,
    { isNonNull }: OutputShape,
    field: SelectedField,
    path: ResponsePath,
  ): null {
    const located = locatedError(error, field.nodes, responsePathAsArray(path))
    if (isNonNull) throw located
    this.#errors.add(located, path)
    return null
  }

  #complete(
    shape: OutputShape,
    field: SelectedField,
    path: ResponsePath,
    value: unknown,
  ): Eventual<unknown> {
    if (value === null || value === undefined) {
      if (!shape.isNonNull) return null
      throw new Error(`Cannot return null for non-nullable field ${field.fullName}.`)
    }
    if (value instanceof Error) throw value
    if (shape.kind === 'leaf') return serialized(shape.type, value)
    if (shape.kind === 'list') return this.#list(shape.item, field, path, value)
    if (shape.kind === 'object') return this.#object(field.below(shape.type), value, path)
    const resolveType = shape.type.resolveType ?? defaultTypeResolver
    const info = this.#infoOf(field, path)
    const name = resolveType(value, this.#context.contextValue, info, shape.type)
    const ofType = (settled: string | undefined) =>
      this.#object(field.below(this.#typeNamed(settled, field)), value, path)
    return isPromise(name) ? name.then(ofType) : ofType(name)
  }

  #list(
    item: OutputShape,
    field: SelectedField,
    path: ResponsePath,
    value: unknown,
  ): Eventual<unknown[]> {
    if (!isIterable(value)) {
      throw new GraphQLError(
        `Expected Iterable, but did not find one for field "${field.fullName}".`,
      )
    }
    const items: Eventual<unknown>[] = []
    let isPending = false
    try {
      for (const entry of value) {
        const at = { prev: path, key: items.length, typename: undefined }
        const completed = this.#guarded(item, field, at, entry)
        isPending ||= isPromise(completed)
        items.push(completed)
      }
    } catch (error) {
      abandon(items)
      // Entries that were not come to may be promises as well.
      abandon(value)
      throw error
    }
    return isPending ? Promise.all(items) : items
  }

  #typeNamed(name: string | undefined, { fullName }: SelectedField): GraphQLObjectType {
    const type = name === undefined ? undefined : this.#context.schema.getType(name)
    if (isObjectType(type)) return type
    throw new GraphQLError(`A value of ${fullName} is of no known type: "${name}".`)
  }

  #infoOf(
    { definition, nodes, parentType }: SelectedField,
    path: ResponsePath,
  ): GraphQLResolveInfo {
    const { schema, fragments, operation, variableValues } = this.#context
    return {
      fieldName: definition.name,
      fieldNodes: nodes,
      returnType: definition.type,
      parentType,
      path,
      schema,
      fragments,
      rootValue: undefined,
      operation,
      variableValues,
    }
  }
}

interface PendingField {
  readonly name: string
  readonly value: Promise<unknown>
}

/** The object, once its pending fields have their values. */
async function settle(object: ResponseObject, pending: readonly PendingField[]) {
  const values = await Promise.all(pending.map(({ value }) => value))
  for (const [i, { name }] of pending.entries()) object[name] = values[i]
  return object
}

function serialized(type: GraphQLLeafType, value: unknown): unknown {
  const leaf = type.serialize(value)
  if (leaf !== null && leaf !== undefined) return leaf
  throw new Error(
    `Expected \`${type}.serialize\` to return a non-nullable value, returned: ${leaf}.`,
  )
}

function isIterable(value: unknown): value is Iterable<unknown> {
  return typeof value === 'object' && value !== null && Symbol.iterator in value
}
