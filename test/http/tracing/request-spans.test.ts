import { context, propagation, type SpanContext, trace } from '@opentelemetry/api'
import {
  InMemorySpanExporter,
  NodeTracerProvider,
  type ReadableSpan,
  SimpleSpanProcessor,
} from '@opentelemetry/sdk-trace-node'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { temporaryFolder, writeNwb } from '../../support/recordings/write-nwb.ts'
import { ServedFolder } from '../../support/servers/served-folder.ts'

const exporter = new InMemorySpanExporter()
const provider = new NodeTracerProvider({ spanProcessors: [new SimpleSpanProcessor(exporter)] })
const folder = temporaryFolder()

beforeAll(() => provider.register())

afterAll(async () => {
  await provider.shutdown()
  trace.disable()
  context.disable()
  propagation.disable()
})

const served = new ServedFolder(async () => {
  await writeNwb(`${folder}/a.nwb`, { identifier: '7', units: [{ id: 1, spikes: [0.5, 1.5] }] })
  return [folder]
})

const activity =
  'binnedActivity(areas: [], start: 0, stop: 2, binSize: 1, units: { inBrainOnly: false })'

beforeEach(() => exporter.reset())

/** A span and those in it, in the order in which they began. */
interface Tree {
  readonly name: string
  readonly span: ReadableSpan
  readonly children: readonly Tree[]
}

/** Spans end after the response has come. */
async function treeOf(name: string): Promise<Tree> {
  const spans = await expect
    .poll(() => exporter.getFinishedSpans())
    .toSatisfy((all: readonly ReadableSpan[]) => all.some((span) => span.name === name))
    .then(() => exporter.getFinishedSpans())
  const root = spans.find((span) => span.name === name) as ReadableSpan
  const below = (parent: SpanContext): Tree[] =>
    spans
      .filter((span) => span.parentSpanContext?.spanId === parent.spanId)
      .sort((a, b) => a.startTime[0] - b.startTime[0] || a.startTime[1] - b.startTime[1])
      .map((span) => ({ name: span.name, span, children: below(span.spanContext()) }))
  return { name, span: root, children: below(root.spanContext()) }
}

const namesOf = ({ children }: Tree) => children.map(({ name }) => name)

function childOf(tree: Tree, name: string): Tree {
  const child = tree.children.find((candidate) => candidate.name === name)
  if (!child) throw new Error(`no ${name} among ${namesOf(tree)}`)
  return child
}

describe('a traced request', () => {
  test('is planned, read, counted and written, as part of the trace of its client', async () => {
    const traceId = '4bf92f3577b34da6a3ce929d0e0e4736'
    await fetch(`${served.url}/graphql`, {
      method: 'POST',
      headers: {
        'content-type': 'application/json',
        traceparent: `00-${traceId}-00f067aa0ba902b7-01`,
      },
      body: JSON.stringify({
        query: `query Counts { session(id: "7") { ${activity} { counts } } }`,
      }),
    })
    const tree = await treeOf('POST /graphql')
    expect(tree.span.spanContext().traceId).toBe(traceId)
    expect(tree.span.parentSpanContext?.spanId).toBe('00f067aa0ba902b7')
    expect(tree.span.attributes).toEqual({
      'http.request.method': 'POST',
      'http.route': '/graphql',
      'http.response.status_code': 200,
      'graphql.operation.name': 'Counts',
    })
    expect(namesOf(tree)).toEqual(expect.arrayContaining(['plan', 'write']))
    const reader = childOf(tree, 'reader countSpikes')
    expect(reader.span.attributes).toEqual({
      'spikeql.reader.requests': 1,
      'spikeql.bytes_read': 16,
    })
    expect(namesOf(reader)).toEqual(['read', 'count'])
  })

  test('of a file plans what its address names', async () => {
    const { session } = await served.data<{
      session: { binnedActivity: readonly { href: string }[] }
    }>(`{ session(id: "7") { ${activity} { href } } }`)
    exporter.reset()
    await fetch(served.url + session.binnedActivity[0]?.href)
    const tree = await treeOf('GET /arrays/:rules/:sessionId/:fileVersion/:fileName')
    expect(namesOf(tree)).toEqual(expect.arrayContaining(['plan', 'write']))
  })

  test('that fails says with which error', async () => {
    await served.sendQuery('query Missing { session(id: "none") { id } }')
    const { span } = await treeOf('POST /graphql')
    expect(span.attributes).toMatchObject({
      'http.response.status_code': 200,
      'error.type': 'SESSION_NOT_FOUND',
    })
  })

  test('about the state of the server is not traced', async () => {
    await fetch(`${served.url}/health/live`)
    await served.sendQuery('{ sessions { totalCount } }')
    await treeOf('POST /graphql')
    expect(exporter.getFinishedSpans().map(({ name }) => name)).not.toContain('GET /health/live')
  })
})
