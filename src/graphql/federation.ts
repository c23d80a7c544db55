import {
  type ConstDirectiveNode,
  Kind,
  type NameNode,
  type ObjectTypeDefinitionNode,
  parse,
  print,
  visit,
} from 'graphql'
import { identifiedTypes } from '../domain/session/global-id.ts'
import { InvalidArgumentError } from '../errors.ts'
import { fieldsBelow } from './fields/lists/fields-below.ts'
import { findNodes } from './fields/lists/nodes.ts'
import type { SchemaExtension } from './schema-extension.ts'

/** Types that other subgraphs may extend: their objects are found again by their ids. */
const entities = ['Session', ...identifiedTypes]

/** Types that say the same wherever they are defined. */
const valueTypes = ['PageInfo']

const link =
  'extend schema @link(url: "https://specs.apollo.dev/federation/v2.3", import: ["@key", "@shareable"])'

const typeDefs = `
"An object that another subgraph refers to: its \`__typename\`, and its \`id\` (see Node)."
scalar _Any @specifiedBy(url: "https://www.apollographql.com/docs/graphos/schema-design/federated-schemas/reference/subgraph-spec")

"What other subgraphs may refer to and extend."
union _Entity = ${entities.join(' | ')}

"What a federated graph is composed from."
type _Service {
  "The schema with its keys, in GraphQL's language."
  sdl: String!
}

extend type Query {
  "The objects that another subgraph refers to, in the order requested; null where there is none."
  _entities(representations: [_Any!]!): [_Entity]!
  "This subgraph."
  _service: _Service!
}
`

/**
 * What makes the schema a subgraph of Apollo Federation 2: keys, and the two fields that a gateway
 * requests.
 *
 * @param texts of the schema, in GraphQL's language
 */
export function federation(texts: readonly string[]): SchemaExtension {
  const sdl = subgraphText(texts)
  return {
    typeDefs,
    resolvers: {
      Query: {
        _service: () => ({ sdl }),

        async _entities(_, { representations }, context, info) {
          context.budget.chargeList(representations.length, fieldsBelow(info))
          const found = await findNodes(representations.map(idOf), context)
          return found.map((node, i) => {
            if (node === null || node instanceof Error) return node
            return '__typename' in node && node.__typename === representations[i].__typename
              ? node
              : null
          })
        },
      },
    },
  }
}

/** A schema as a gateway composes it with others. */
export function subgraphText(texts: readonly string[]): string {
  const document = visit(parse(texts.join('\n')), {
    // Federation does not know it; the server holds inputs to it all the same.
    Directive: (node) => (node.name.value === 'oneOf' ? null : undefined),
    ObjectTypeDefinition(node): ObjectTypeDefinitionNode | undefined {
      if (entities.includes(node.name.value)) return withDirective(node, byId)
      if (valueTypes.includes(node.name.value)) return withDirective(node, shareable)
      return undefined
    },
  })
  return `${link}\n\n${print(document)}\n`
}

function idOf(representation: unknown): string {
  const { id } = (representation ?? {}) as { readonly id?: unknown }
  if (typeof id === 'string') return id
  throw new InvalidArgumentError(
    `A representation needs a __typename and an id; got ${JSON.stringify(representation)}.`,
  )
}

const name = (value: string): NameNode => ({ kind: Kind.NAME, value })

const byId: ConstDirectiveNode = {
  kind: Kind.DIRECTIVE,
  name: name('key'),
  arguments: [
    { kind: Kind.ARGUMENT, name: name('fields'), value: { kind: Kind.STRING, value: 'id' } },
  ],
}

const shareable: ConstDirectiveNode = { kind: Kind.DIRECTIVE, name: name('shareable') }

function withDirective(
  node: ObjectTypeDefinitionNode,
  directive: ConstDirectiveNode,
): ObjectTypeDefinitionNode {
  return { ...node, directives: [...(node.directives ?? []), directive] }
}
