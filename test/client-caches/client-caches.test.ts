import { ApolloClient, HttpLink, InMemoryCache } from '@apollo/client'
import { Client, fetchExchange } from '@urql/core'
import { cacheExchange } from '@urql/exchange-graphcache'
import {
  buildSchema,
  type DocumentNode,
  type FieldNode,
  isObjectType,
  Kind,
  parse,
  visit,
} from 'graphql'
import {
  createOperationDescriptor,
  Environment,
  fetchQuery,
  Network,
  RecordSource,
  Store,
} from 'relay-runtime'
import { beforeAll, describe, expect, test, vi } from 'vitest'
import { schemaText } from '../../src/graphql/schema.ts'
import { temporaryFolder } from '../support/recordings/write-nwb.ts'
import { ServedFolder } from '../support/servers/served-folder.ts'
import { relayRequest } from './relay-request.ts'
import { writeTwoSessions } from './two-sessions.ts'

const folder = temporaryFolder()
const served = new ServedFolder(async () => {
  await writeTwoSessions(folder)
  return [folder]
})

const schema = buildSchema(schemaText)

const noLimits =
  '{ amplitudeCutoffMax: null, presenceRatioMin: null, isiViolationsMax: null, requireMetrics: false }'

/** Whatever has an id of its own in the file, and what lies in such a thing. */
const query = parse(`query Session($id: ID!) {
  session(id: $id) {
    id
    unitCount
    subject { subjectId ageInDays }
    probes { id probeId session { id } }
    channels { nodes { id channelId area } }
    units(where: ${noLimits}) {
      nodes { id unitId area presenceRatio spikeTimes waveform { duration } channel { id area } }
      edges { cursor node { id } }
    }
    unit(id: "7") { id unitId area spikeTimes }
    areas(acronyms: ["VISp", "LGd"]) { acronym unitCount units { nodes { id area } } }
    stimulusEpochs { id index stimulusName startTime }
    stimulusPresentations {
      nodes { id presentationId stimulusName startTime contrast epoch { id startTime } condition { id contrast } }
    }
    stimulusConditions { id conditionId stimulusName contrast }
    optogeneticStimulationEpochs { id epochId startTime }
    timeSeries { id path samples { times } }
    binnedActivity(start: 0, stop: 20, binSize: 10, areas: [], units: ${noLimits}) {
      unitIds counts units { id area }
    }
    alignedActivity(units: ${noLimits}, after: 1, binSize: 1) {
      presentationIds counts groups { condition { id contrast } spikeCounts }
    }
  }
}`)

interface ResponseData {
  readonly session: Record<string, unknown>
}

/** Graphcache is told which types have no key, so that it does not warn of them. */
const embedded = Object.fromEntries(
  Object.values(schema.getTypeMap()).flatMap((type) =>
    isObjectType(type) && !('id' in type.getFields()) ? [[type.name, () => null]] : [],
  ),
)

/** As a client without a cache has it, by session. */
const responses: Record<string, ResponseData> = {}
beforeAll(async () => {
  for (const id of ['1', '2']) {
    responses[id] = await served.data<ResponseData>(query.loc?.source.body ?? '', { id })
  }
})

/** Clients add `__typename` to what they ask, and some to what they answer. */
function withoutTypenames(data: unknown): unknown {
  return JSON.parse(JSON.stringify(data), (_, value) => {
    if (typeof value !== 'object' || value === null || Array.isArray(value)) return value
    const { __typename, ...rest } = value
    return rest
  })
}

test('the two sessions have the same ids, and differ in all that lies under them', () => {
  const numbers = (reply: unknown) =>
    JSON.stringify(reply, (key, value) =>
      /^(id|area|acronym|cursor)$/.test(key) ? undefined : value,
    ).match(
      /"(unitId|channelId|probeId|presentationId|conditionId|epochId|subjectId|path)":"[^"]*"/g,
    )
  expect(numbers(responses['1'])).toEqual(numbers(responses['2']))
  expect(numbers(responses['1'])?.length).toBeGreaterThan(10)
  const [first, second] = [responses['1'], responses['2']].map((reply) => reply?.session ?? {})
  for (const field of Object.keys(first ?? {})) {
    if (field === 'unitCount') continue
    expect(first?.[field], field).not.toEqual(second?.[field])
  }
})

describe('what is read back of one session from a cache that has two', () => {
  test("is that session's in Apollo Client", async () => {
    const client = new ApolloClient({
      link: new HttpLink({ uri: `${served.url}/graphql` }),
      cache: new InMemoryCache(),
    })
    for (const id of ['1', '2']) await client.query({ query, variables: { id } })
    for (const id of ['1', '2']) {
      const cached = client.readQuery({ query, variables: { id } })
      expect(withoutTypenames(cached)).toEqual(responses[id])
    }
  })

  test("is that session's in urql's Graphcache", async () => {
    const client = new Client({
      url: `${served.url}/graphql`,
      preferGetMethod: false,
      exchanges: [cacheExchange({ keys: embedded }), fetchExchange],
    })
    for (const id of ['1', '2']) await client.query(query, { id }).toPromise()
    for (const id of ['1', '2']) {
      const cached = await client.query(query, { id }, { requestPolicy: 'cache-only' }).toPromise()
      expect(cached.error).toBeUndefined()
      expect(withoutTypenames(cached.data)).toEqual(responses[id])
    }
  })

  test("is that session's in Relay's store, which finds no id of two types", async () => {
    const warnings = vi.spyOn(console, 'error')
    const network = Network.create(async ({ text }, variables) => {
      const response = await fetch(`${served.url}/graphql`, {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify({ query: text, variables }),
      })
      return response.json()
    })
    const environment = new Environment({ network, store: new Store(new RecordSource()) })
    const request = relayRequest(withTypenames(query), schema)
    for (const id of ['1', '2']) await fetchQuery(environment, request, { id }).toPromise()
    for (const id of ['1', '2']) {
      const { fragment } = createOperationDescriptor(request, { id })
      const { data, isMissingData } = environment.lookup(fragment)
      expect(isMissingData).toBe(false)
      expect(withoutTypenames(data)).toEqual(responses[id])
    }
    expect(warnings).not.toHaveBeenCalled()
  })
})

/** As Relay's compiler adds it: everywhere but to the operation itself. */
function withTypenames(document: DocumentNode): DocumentNode {
  const typename: FieldNode = { kind: Kind.FIELD, name: { kind: Kind.NAME, value: '__typename' } }
  return visit(document, {
    SelectionSet: (set, _key, parent) =>
      parent && 'kind' in parent && parent.kind === Kind.OPERATION_DEFINITION
        ? undefined
        : { ...set, selections: [...set.selections, typename] },
  })
}
