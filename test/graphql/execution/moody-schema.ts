import { setImmediate } from 'node:timers/promises'
import {
  buildSchema,
  type GraphQLAbstractType,
  type GraphQLOutputType,
  type GraphQLResolveInfo,
  type GraphQLSchema,
  getNamedType,
  isInterfaceType,
  isListType,
  isNonNullType,
  isObjectType,
  isUnionType,
  responsePathAsArray,
} from 'graphql'
import { Random } from '../../../src/sample/random.ts'

const typeDefinitions = `
  type Query { thing(echo: Inner): Thing thingOrNot: Thing things: [Thing!]! some: [Thing] node: Node either: [Either!] echo(a: Int! = 3, list: [Int!], in: Inner, e: E = ONE, s: String = "d"): String! }
  enum E { ONE TWO }
  input Inner { a: Int! = 4, b: Float, list: [Inner!], e: E, flag: Boolean = true }
  interface Node { id: ID! node: Node }
  union Either = Thing | Other
  type Thing implements Node { id: ID! number: Float! perhaps: Int node: Node self: Thing! list: [Thing!]! some: [Thing] matrix: [[Int!]]! names: [String]! echo(a: Int! = 3, in: [Inner], s: String): String plain: String }
  type Other implements Node { id: ID! node: Node either: Either! count: Int! }
`

/**
 * Settles promises one after the other, in an order that depends on their names alone, each
 * when nothing else is to be done.
 */
export class Settling {
  readonly #waiting: { readonly order: number; readonly settle: () => void }[] = []
  #running: Promise<void> | undefined

  /** Settles when nothing is left to be settled. */
  async idle(): Promise<void> {
    await this.#running
  }

  later<Value>(order: number, makeValue: () => Value): Promise<Value> {
    const settled = new Promise<Value>((resolve, reject) => {
      const settle = () => {
        try {
          resolve(makeValue())
        } catch (error) {
          reject(error)
        }
      }
      this.#waiting.push({ order, settle })
    })
    this.#running ??= this.#run()
    return settled
  }

  async #run(): Promise<void> {
    while (this.#waiting.length > 0) {
      await setImmediate()
      this.#waiting.sort((a, b) => a.order - b.order)
      this.#waiting.shift()?.settle()
    }
    this.#running = undefined
  }
}

/**
 * A schema whose fields answer as chance, and their place in the response, will have it: values,
 * promises, nulls, errors returned, thrown and rejected, values that do not fit, in lists too.
 * `contextValue` is `{ seed, settling }`.
 */
export function moodySchema(): GraphQLSchema {
  const schema = buildSchema(typeDefinitions)
  for (const type of Object.values(schema.getTypeMap())) {
    if (type.name.startsWith('__')) continue
    if (isObjectType(type)) {
      for (const [name, field] of Object.entries(type.getFields())) {
        if (name !== 'plain') field.resolve = resolveMoodily
      }
    }
    if (isInterfaceType(type) || isUnionType(type)) type.resolveType = resolveType
  }
  return schema
}

export interface MoodyContext {
  readonly seed: string
  readonly settling: Settling
}

function resolveType(value: { kind: string }, { seed, settling }: MoodyContext) {
  const chance = new Random(`${seed} type ${value.kind}`)
  const name = value.kind
  return chance.next() < 0.3 ? settling.later(chance.next(), () => name) : name
}

function resolveMoodily(
  _source: unknown,
  args: object,
  { seed, settling }: MoodyContext,
  info: GraphQLResolveInfo,
): unknown {
  const path = responsePathAsArray(info.path).join('.')
  const chance = new Random(`${seed} ${path}`)
  const mood = chance.next()
  const fail = () => {
    throw new Error(`failed at ${path}`)
  }
  if (mood < 0.04) fail()
  if (mood < 0.1) return settling.later(chance.next(), fail)
  if (mood < 0.12) return new Error(`given at ${path}`)
  const makeValue = () => valueFor(info.returnType, args, chance, { seed, settling }, info)
  return mood < 0.5 ? settling.later(chance.next(), makeValue) : makeValue()
}

function valueFor(
  type: GraphQLOutputType,
  args: object,
  chance: Random,
  context: MoodyContext,
  info: GraphQLResolveInfo,
): unknown {
  const mood = chance.next()
  if (mood < (isNonNullType(type) ? 0.02 : 0.12)) return mood < 0.01 ? undefined : null
  const nullable = isNonNullType(type) ? type.ofType : type
  if (isListType(nullable)) {
    if (mood > 0.98) return 'not a list'
    return Array.from({ length: chance.index(4) }, () => {
      const item = () => valueFor(nullable.ofType, args, chance, context, info)
      if (chance.next() > 0.2) return item()
      const order = chance.next()
      return chance.next() < 0.2
        ? context.settling.later(order, () => {
            throw new Error('an entry failed')
          })
        : context.settling.later(order, item)
    })
  }
  const named = getNamedType(nullable)
  if (isObjectType(named)) return { kind: named.name, plain: 'plain' }
  if (isInterfaceType(named) || isUnionType(named)) {
    const possible = info.schema.getPossibleTypes(named as GraphQLAbstractType)
    return { kind: chance.pick(possible).name }
  }
  if (named.name === 'String') return mood > 0.97 ? { not: 'a text' } : JSON.stringify(args)
  return mood > 0.95 ? Number.NaN : chance.index(100)
}
