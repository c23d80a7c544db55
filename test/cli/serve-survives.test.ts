import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest'
import { temporaryFolder, writeNwb } from '../support/recordings/write-nwb.ts'
import { type Started, start } from './run-command.ts'

const folder = temporaryFolder()
let server: Started
let url: string

beforeAll(async () => {
  for (const identifier of ['one', 'two']) {
    await writeNwb(join(folder, `${identifier}.nwb`), {
      identifier,
      locations: ['VISp', 'VISl', 'VISam'],
      units: [0, 1, 2].map((electrode) => ({
        id: 10 + electrode,
        spikes: [1, 2, 30, 50],
        electrode,
      })),
      intervals: {
        stimulus_presentations: {
          start: [0, 20, 40, 60],
          stop: [10, 30, 50, 70],
          name: ['a', 'b', 'a', 'b'],
        },
        invalid_times: { start: [5], stop: [6] },
      },
    })
  }
  const options = ['--max-cells', '5000', '--log-level', 'warn', '--drain-delay', '0']
  server = start(['serve', folder, '--port', '0', ...options], {
    env: { NODE_OPTIONS: '--unhandled-rejections=warn' },
  })
  const [, found] = await server.seen(/^GraphQL +(\S+)\/graphql$/m)
  url = found as string
})

afterAll(() => {
  server.process.kill('SIGKILL')
})

async function codesOf(query: string, variables: object = {}): Promise<string[]> {
  const response = await fetch(`${url}/graphql`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ query, variables }),
  })
  const { errors = [] } = (await response.json()) as {
    errors?: { extensions: { code: string } }[]
  }
  return [...new Set(errors.map(({ extensions }) => extensions.code))].sort()
}

const one = (selection: string) => `{ session(id: "one") { ${selection} } }`
const tooFine = 'binnedActivity(before: 1, after: 9, binSize: 0.001)'
const fine = 'binnedActivity(before: 1, after: 9, binSize: 0.01)'
const aligned = 'alignedActivity(presentations: {}, after: 9, binSize: 0.001)'

/** Lists, aliases and sessions whose later entries fail when earlier ones already wait. */
const failing: readonly (readonly [query: string, code: string])[] = [
  [one(`stimulusEpochs { ${tooFine} { counts } }`), 'TOO_MANY_CELLS'],
  [one(`stimulusEpochs { ${fine} { counts } }`), 'TOO_MANY_CELLS'],
  [one(`stimulusEpochs { ${fine} { data { bytes } } }`), 'TOO_MANY_CELLS'],
  [one(`stimulusEpochs { ${fine} { sparse { data } } }`), 'TOO_MANY_CELLS'],
  [one(`stimulusEpochs { ${fine} { spikeCount unitRates populationRate } }`), 'TOO_MANY_CELLS'],
  [one(`stimulusEpochs { ${fine} { counts unitIds href } }`), 'TOO_MANY_CELLS'],
  [one(`areas { binnedActivity(after: 9, binSize: 0.01) { counts } }`), 'TOO_MANY_CELLS'],
  [
    one(
      [0, 1, 2, 3].map((i) => `e${i}: stimulusEpoch(index: ${i}) { ${fine} { counts } }`).join(' '),
    ),
    'TOO_MANY_CELLS',
  ],
  [`{ sessions { nodes { stimulusEpochs { ${fine} { counts } } } } }`, 'TOO_MANY_CELLS'],
  [
    `{ a: session(id: "one") { stimulusEpochs { ${fine} { counts } } }
       b: session(id: "two") { stimulusEpochs { ${fine} { counts } } }
       c: session(id: "none") { id } }`,
    'SESSION_NOT_FOUND,TOO_MANY_CELLS',
  ],
  [
    one(`${aligned} { counts startTimes stopTimes groups(by: STIMULUS) { mean } }`),
    'TOO_MANY_CELLS',
  ],
  [
    one(
      `${aligned} { groups(by: STIMULUS) { presentationIds mean standardError data(statistic: MEAN) { bytes } } }`,
    ),
    'TOO_MANY_CELLS',
  ],
  [
    one(`${aligned} { presentationIds spikes { count } groups(by: EPOCH) { mean } }`),
    'TOO_MANY_CELLS',
  ],
  [one('units { nodes { spikeTimes spikeAmplitudes meanWaveform { values } } }'), ''],
  [
    one(
      `stimulusEpochs { ${fine} { counts } invalidTimes { startTime } b: binnedActivity(before: -9, after: 1) { shape } }`,
    ),
    'INVALID_WINDOW',
  ],
  [
    one(
      'dataset(areas: ["V1"], binSize: 0.5) { areas { acronym binnedActivity(after: 9, binSize: 0.001) { counts } } }',
    ),
    'TOO_MANY_CELLS',
  ],
  [
    `query ($limit: Int = 1) { session(id: "one") { areas { a: binnedActivity(after: 1) { counts } units(first: $limit) { totalCount } } } }`,
    'BAD_USER_INPUT',
  ],
]

describe('a served folder', () => {
  test.each(failing)('answers %s with %s', async (query, codes) => {
    const variables = query.includes('$limit') ? { limit: null } : {}
    expect((await codesOf(query, variables)).join()).toBe(codes)
  })

  test('neither ends nor has a word to say about it', async () => {
    for (const [query] of failing) await codesOf(query, { limit: null })
    // A process that falls does so when what was begun for the answers is over.
    const metrics = await vi.waitFor(async () => {
      const text = await (await fetch(`${url}/metrics`)).text()
      expect(text).toMatch(/^spikeql_reader_requests_running 0$/m)
      expect(text).toMatch(/^spikeql_reader_requests_waiting 0$/m)
      return text
    }, 60_000)
    expect(await codesOf(one('id'))).toEqual([])
    expect(metrics).toMatch(/^spikeql_unhandled_rejections_total 0$/m)
    server.process.kill('SIGTERM')
    const { code, stderr } = await server.ended
    // Nothing but what it says as it stops: no warning, no error.
    expect(stderr).toMatch(/^SIGTERM: [^\n]*\n[^\n]*\n$/)
    expect(stderr).not.toMatch(/warn|error|reject/i)
    expect(code).toBe(0)
  })
})
