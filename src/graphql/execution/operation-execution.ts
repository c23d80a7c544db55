import {
  defaultTypeResolver,
  type ExecutionResult,
  type GraphQLAbstractType,
  GraphQLError,
  type GraphQLObjectType,
  type GraphQLResolveInfo,
  isObjectType,
  locatedError,
  type OperationDefinitionNode,
  responsePathAsArray,
} from 'graphql'
import type { SelectionContext } from './collect-fields.ts'
import { FieldErrors, type ResponsePath } from './field-errors.ts'
import type { LeafShape, OutputShape } from './output-shape.ts'
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
    let pending: PendingField[] | null = null
    try {
      for (const field of fields) {
        const value = this.#field(field, source, path)
        object[field.responseName] = value
        if (!isPromise(value)) continue
        pending ??= []
        pending.push({ name: field.responseName, value })
      }
    } catch (error) {
      if (!pending) throw error
      return settle(object, pending).finally(() => {
        throw error
      })
    }
    return pending ? settle(object, pending) : object
  }

  #field(
    field: SelectedField,
    source: unknown,
    parent: ResponsePath | undefined,
  ): Eventual<unknown> {
    const { plainLeaf, shape } = field
    if (plainLeaf) {
      const value = propertyOf(source, field)
      if (typeof value !== 'function' && !isPromise(value)) {
        try {
          return completedLeaf(plainLeaf, field, value)
        } catch (error) {
          return this.#fail(error, shape, field, pathOf(field, parent))
        }
      }
    }
    const path = pathOf(field, parent)
    try {
      return this.#guarded(shape, field, path, this.#resolve(field, source, path))
    } catch (error) {
      return this.#fail(error, shape, field, path)
    }
  }

  #resolve(field: SelectedField, source: unknown, path: ResponsePath): unknown {
    const { definition, args } = field
    const { contextValue } = this.#context
    const { resolve } = definition
    if (resolve) return resolve(source, args, contextValue, this.#infoOf(field, path))
    const property = propertyOf(source, field)
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
    if (isPromise(value)) return this.#settled(shape, field, path, value)
    try {
      const completed = this.#complete(shape, field, path, value)
      return isPromise(completed) ? this.#caught(shape, field, path, completed) : completed
    } catch (error) {
      return this.#fail(error, shape, field, path)
    }
  }

  // Functions that capture what they are given have methods of their own: where they stood among
  // what most values go through, each value would cost memory for what they capture.

  #settled(
    shape: OutputShape,
    field: SelectedField,
    path: ResponsePath,
    value: Promise<unknown>,
  ): Promise<unknown> {
    const completed = value.then((settled) => this.#complete(shape, field, path, settled))
    return this.#caught(shape, field, path, completed)
  }

  #caught(
    shape: OutputShape,
    field: SelectedField,
    path: ResponsePath,
    completed: Promise<unknown>,
  ): Promise<unknown> {
    return completed.then(undefined, (error) => this.#fail(error, shape, field, path))
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
    if (shape.kind === 'leaf') return completedLeaf(shape, field, value)
    if (isMissing(value)) return missing(shape, field)
    if (value instanceof Error) throw value
    if (shape.kind === 'list') return this.#list(shape.item, field, path, value)
    if (shape.kind === 'object') return this.#object(field.below(shape.type), value, path)
    return this.#ofSomeType(shape.type, field, path, value)
  }

  #ofSomeType(
    type: GraphQLAbstractType,
    field: SelectedField,
    path: ResponsePath,
    value: unknown,
  ): Eventual<ResponseObject> {
    const resolveType = type.resolveType ?? defaultTypeResolver
    const info = this.#infoOf(field, path)
    const name = resolveType(value, this.#context.contextValue, info, type)
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

function pathOf(field: SelectedField, parent: ResponsePath | undefined): ResponsePath {
  return { prev: parent, key: field.responseName, typename: field.parentType.name }
}

function propertyOf(source: unknown, { definition }: SelectedField): unknown {
  return (source as Record<string, unknown> | undefined)?.[definition.name]
}

function completedLeaf(shape: LeafShape, field: SelectedField, value: unknown): unknown {
  if (isMissing(value)) return missing(shape, field)
  if (value instanceof Error) throw value
  const leaf = shape.type.serialize(value)
  if (!isMissing(leaf)) return leaf
  throw new Error(
    `Expected \`${shape.type}.serialize\` to return a non-nullable value, returned: ${leaf}.`,
  )
}

function isMissing(value: unknown): value is null | undefined {
  return value === null || value === undefined
}

function missing({ isNonNull }: OutputShape, { fullName }: SelectedField): null {
  if (!isNonNull) return null
  throw new Error(`Cannot return null for non-nullable field ${fullName}.`)
}

function isIterable(value: unknown): value is Iterable<unknown> {
  return typeof value === 'object' && value !== null && Symbol.iterator in value
}
