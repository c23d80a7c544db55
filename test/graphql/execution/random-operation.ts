import {
  type GraphQLArgument,
  type GraphQLField,
  type GraphQLInputField,
  type GraphQLInputType,
  type GraphQLNamedType,
  type GraphQLSchema,
  getNamedType,
  isAbstractType,
  isCompositeType,
  isEnumType,
  isInputObjectType,
  isListType,
  isNonNullType,
  isRequiredArgument,
  isRequiredInputField,
} from 'graphql'
import type { Random } from '../../../src/sample/random.ts'

export interface RandomOperation {
  readonly query: string
  readonly variables: Record<string, unknown>
}

export interface RandomOperationOptions {
  readonly maxDepth: number
  /**
   * values worth asking for, by the name of an argument or input field; any
   * that fit its type when left out
   */
  readonly values?: Readonly<Record<string, readonly unknown[]>>
}

interface Fragment {
  readonly name: string
  readonly type: GraphQLNamedType
  readonly text: string
}

/**
 * Writes a query at random: fragments, named and inline, aliases, conditions, arguments as literals
 * and as variables, within lists and input objects too; variables given, null, of a wrong type,
 * with a default, or left out. Most are valid.
 */
export function randomOperation(
  schema: GraphQLSchema,
  random: Random,
  options: RandomOperationOptions,
): RandomOperation {
  return new OperationWriter(schema, random, options).write()
}

class OperationWriter {
  readonly #schema: GraphQLSchema
  readonly #random: Random
  readonly #options: RandomOperationOptions
  readonly #definitions: string[] = []
  readonly #variables: Record<string, unknown> = {}
  readonly #fragments: Fragment[] = []
  #aliases = 0

  constructor(schema: GraphQLSchema, random: Random, options: RandomOperationOptions) {
    this.#schema = schema
    this.#random = random
    this.#options = options
  }

  write(): RandomOperation {
    const root = this.#schema.getQueryType() as GraphQLNamedType
    const selection = this.#selection(root, this.#options.maxDepth)
    const definitions = this.#definitions.length > 0 ? `(${this.#definitions.join(', ')})` : ''
    const fragments = this.#fragments.map(
      ({ name, type, text }) => `fragment ${name} on ${type.name} ${text}`,
    )
    const query = [`query Asked${definitions} ${selection}`, ...fragments].join('\n')
    return { query, variables: this.#variables }
  }

  #chance(probability: number): boolean {
    return this.#random.next() < probability
  }

  #selection(type: GraphQLNamedType, depth: number): string {
    const selections = Array.from({ length: 1 + this.#random.index(4) }, () =>
      this.#selectionOf(type, depth),
    )
    return `{ ${selections.join(' ')} }`
  }

  #selectionOf(type: GraphQLNamedType, depth: number): string {
    if (isAbstractType(type) && this.#chance(0.6)) {
      const possible = this.#random.pick(this.#schema.getPossibleTypes(type))
      return `... on ${possible.name}${this.#condition()} ${this.#selection(possible, depth)}`
    }
    if (this.#chance(0.1)) {
      const on = this.#chance(0.5) ? ` on ${type.name}` : ''
      return `...${on}${this.#condition()} ${this.#selection(type, depth)}`
    }
    if (this.#chance(0.12)) return `...${this.#fragment(type, depth)}${this.#condition()}`
    return this.#field(type, depth)
  }

  /** The name of a fragment, of one that is there already or a new one. */
  #fragment(type: GraphQLNamedType, depth: number): string {
    const there = this.#fragments.filter((fragment) => fragment.type === type)
    if (there.length > 0 && this.#chance(0.5)) return this.#random.pick(there).name
    // Below this one the names of finished fragments alone are used: no fragment is part of itself.
    const text = this.#selection(type, depth)
    const name = `F${this.#fragments.length}`
    this.#fragments.push({ name, type, text })
    return name
  }

  #field(type: GraphQLNamedType, depth: number): string {
    if (this.#chance(0.08)) return `${this.#alias(0.3)}__typename${this.#condition()}`
    const fields = 'getFields' in type && !isInputObjectType(type) ? type.getFields() : {}
    const known = Object.values(fields) as GraphQLField<unknown, unknown>[]
    const leaves = known.filter((field) => !isCompositeType(getNamedType(field.type)))
    const deeper = known.filter((field) => isCompositeType(getNamedType(field.type)))
    const among = depth > 1 && (leaves.length === 0 || this.#chance(0.6)) ? deeper : leaves
    if (among.length === 0) return '__typename'
    const field = this.#random.pick(among)
    const named = getNamedType(field.type)
    const below = isCompositeType(named) ? ` ${this.#selection(named, depth - 1)}` : ''
    // Two fields of one name must ask for the same: most with arguments have a name of their own.
    const alias = this.#alias(field.args.length > 0 ? 0.95 : 0.25)
    return `${alias}${field.name}${this.#arguments(field.args)}${this.#condition()}${below}`
  }

  #alias(probability: number): string {
    return this.#chance(probability) ? `a${this.#aliases++}: ` : ''
  }

  #condition(): string {
    if (!this.#chance(0.12)) return ''
    const value = this.#chance(0.3)
      ? this.#chance(0.5)
      : this.#variable('Boolean!', () => this.#random.pick([true, false, false, null]))
    return ` @${this.#random.pick(['skip', 'include'])}(if: ${value})`
  }

  #arguments(args: readonly GraphQLArgument[]): string {
    const given = args.flatMap((argument) =>
      isRequiredArgument(argument) || this.#chance(0.5)
        ? [`${argument.name}: ${this.#literal(argument, argument.type, 3)}`]
        : [],
    )
    return given.length > 0 ? `(${given.join(', ')})` : ''
  }

  /** A value as it is written in a query, perhaps a variable. */
  #literal(
    place: GraphQLArgument | GraphQLInputField,
    type: GraphQLInputType,
    depth: number,
  ): string {
    if (this.#chance(0.3)) {
      // A variable that may be null fits where a default stands for it.
      const declared =
        isNonNullType(type) && (place.defaultValue === undefined || this.#chance(0.5))
          ? String(type)
          : String(isNonNullType(type) ? type.ofType : type)
      return this.#variable(declared, () => this.#value(place.name, type, depth))
    }
    if (!isNonNullType(type) && this.#chance(0.1)) return 'null'
    const nullable = isNonNullType(type) ? type.ofType : type
    if (isListType(nullable)) {
      const length = this.#random.index(3)
      const items = Array.from({ length }, () => this.#literal(place, nullable.ofType, depth - 1))
      return `[${items.join(', ')}]`
    }
    if (isInputObjectType(nullable)) {
      const fields = Object.values(nullable.getFields()).flatMap((field) =>
        isRequiredInputField(field) || (depth > 0 && this.#chance(0.4))
          ? [`${field.name}: ${this.#literal(field, field.type, depth - 1)}`]
          : [],
      )
      return `{ ${fields.join(', ')} }`
    }
    const value = this.#leaf(place.name, nullable)
    return isEnumType(nullable) ? String(value) : JSON.stringify(value)
  }

  /** A variable of a type, given or not. */
  #variable(type: string, makeValue: () => unknown): string {
    const name = `v${this.#definitions.length}`
    const isNullable = !type.endsWith('!')
    const scalar = { Int: '2', Float: '1.5', Boolean: 'true', 'Boolean!': 'false', String: '"x"' }
    const fallback = scalar[type as keyof typeof scalar]
    const hasDefault = fallback !== undefined && this.#chance(0.25)
    this.#definitions.push(`$${name}: ${type}${hasDefault ? ` = ${fallback}` : ''}`)
    if ((isNullable || hasDefault) && this.#chance(0.4)) return `$${name}`
    if (isNullable && this.#chance(0.2)) this.#variables[name] = null
    else this.#variables[name] = this.#chance(0.02) ? { wrong: [1] } : makeValue()
    return `$${name}`
  }

  /** A value as it comes among variables. */
  #value(name: string, type: GraphQLInputType, depth: number): unknown {
    if (!isNonNullType(type) && this.#chance(0.1)) return null
    const nullable = isNonNullType(type) ? type.ofType : type
    if (isListType(nullable)) {
      const length = this.#random.index(3)
      return Array.from({ length }, () => this.#value(name, nullable.ofType, depth - 1))
    }
    if (!isInputObjectType(nullable)) return this.#leaf(name, nullable)
    const fields = Object.values(nullable.getFields()).flatMap((field) =>
      isRequiredInputField(field) || (depth > 0 && this.#chance(0.4))
        ? [[field.name, this.#value(field.name, field.type, depth - 1)]]
        : [],
    )
    return Object.fromEntries(fields)
  }

  #leaf(name: string, type: GraphQLInputType): unknown {
    const values = this.#options.values?.[name]
    if (values) return this.#random.pick(values)
    if (isEnumType(type)) return this.#random.pick(type.getValues()).name
    const byType: Record<string, () => unknown> = {
      Int: () => this.#random.index(5),
      Float: () => this.#random.pick([0, 1, 2.5, 10]),
      Boolean: () => this.#chance(0.5),
      ID: () => this.#random.pick(['1', '11', 'x']),
      String: () => this.#random.pick(['gabors', 'x', '__proto__']),
    }
    // A scalar of the schema's own: numbers and texts suffice.
    return (byType[String(type)] ?? (() => this.#random.pick([1, 'x'])))()
  }
}
