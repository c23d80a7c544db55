import {
  type FieldNode,
  type GraphQLField,
  type GraphQLObjectType,
  getArgumentValues,
  SchemaMetaFieldDef,
  type SelectionSetNode,
  TypeMetaFieldDef,
  TypeNameMetaFieldDef,
} from 'graphql'
import { collectFields, type SelectionContext } from './collect-fields.ts'
import { type LeafShape, type OutputShape, shapeOf } from './output-shape.ts'

const NO_ARGUMENTS: Readonly<Record<string, unknown>> = Object.freeze({})

/**
 * A field of an object type as an operation selects it. All objects at one place of the response
 * share it, and with it what is computed for it once: its arguments, and the fields below.
 */
export class SelectedField {
  readonly responseName: string
  readonly nodes: readonly FieldNode[]
  readonly parentType: GraphQLObjectType
  readonly definition: GraphQLField<unknown, unknown>
  readonly shape: OutputShape
  /** that of a leaf which is a property of its object, with neither a resolver nor arguments */
  readonly plainLeaf: LeafShape | null
  readonly #context: SelectionContext
  readonly #below = new Map<GraphQLObjectType, readonly SelectedField[]>()
  #args: Readonly<Record<string, unknown>> | undefined

  constructor(
    responseName: string,
    nodes: readonly FieldNode[],
    parentType: GraphQLObjectType,
    definition: GraphQLField<unknown, unknown>,
    context: SelectionContext,
  ) {
    this.responseName = responseName
    this.nodes = nodes
    this.parentType = parentType
    this.definition = definition
    this.shape = shapeOf(definition.type)
    const isPlain = !definition.resolve && definition.args.length === 0
    this.plainLeaf = isPlain && this.shape.kind === 'leaf' ? this.shape : null
    this.#context = context
    if (definition.args.length === 0) this.#args = NO_ARGUMENTS
  }

  /** Type and field, for messages. */
  get fullName(): string {
    return `${this.parentType.name}.${this.definition.name}`
  }

  /** @throws GraphQLError where a variable does not fit */
  get args(): Readonly<Record<string, unknown>> {
    this.#args ??= getArgumentValues(this.definition, this.nodes[0], this.#context.variableValues)
    return this.#args
  }

  /** What is selected of the field's objects of a type. */
  below(type: GraphQLObjectType): readonly SelectedField[] {
    const known = this.#below.get(type)
    if (known) return known
    const selectionSets = this.nodes.flatMap(({ selectionSet }) => selectionSet ?? [])
    const fields = selectFields(selectionSets, type, this.#context)
    this.#below.set(type, fields)
    return fields
  }
}

/** @throws GraphQLError where the condition of a `@skip` or `@include` is null */
export function selectFields(
  selectionSets: readonly SelectionSetNode[],
  type: GraphQLObjectType,
  context: SelectionContext,
): SelectedField[] {
  return [...collectFields(selectionSets, type, context)].flatMap(([responseName, nodes]) => {
    const definition = definitionOf(nodes[0].name.value, type, context)
    return definition ? [new SelectedField(responseName, nodes, type, definition, context)] : []
  })
}

function definitionOf(name: string, type: GraphQLObjectType, { schema }: SelectionContext) {
  if (name === TypeNameMetaFieldDef.name) return TypeNameMetaFieldDef
  if (type === schema.getQueryType()) {
    if (name === SchemaMetaFieldDef.name) return SchemaMetaFieldDef
    if (name === TypeMetaFieldDef.name) return TypeMetaFieldDef
  }
  return type.getFields()[name]
}
