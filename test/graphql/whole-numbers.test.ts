import { describe, expect, test } from 'vitest'
import { MemoryReader, type MemorySessionOptions } from '../support/memory/memory-session.ts'
import { execute, forgetting, oneSession } from './execute.ts'

const session: MemorySessionOptions = {
  units: [{ id: 1, area: 'VISp', spikes: [1] }],
  presentations: [3_000_000_000, 3_000_000_000, 7].map((block, i) => ({
    stimulusName: 'gabors',
    block,
    startTime: i,
    stopTime: i + 0.5,
    parameters: { frame: i === 2 ? '9007199254740993' : 4_000_000_000, nDots: 5_000_000_000 },
  })),
}

describe('numbers beyond 2^31', () => {
  test('are told of blocks, frames and places on a probe', async () => {
    const reader = new MemoryReader(session)
    const tables = await reader.tables()
    const catalog = await forgetting(reader)
    reader.tables = async () => ({
      ...tables,
      channels: { ...tables.channels, localIndex: Float64Array.of(2_147_483_648) },
      units: {
        ...tables.units,
        localIndex: Float64Array.of(2 ** 53),
        spikeCounts: Float64Array.of(5_000_000_000),
      },
    })
    const { data, errors } = await execute(
      catalog,
      `{ session(id: "1") {
         channels { nodes { localIndex } }
         unit(id: "1") { localIndex spikeCount }
         stimulusEpochs { block }
         stimulusPresentations { nodes { block frame detailedParameters { dotCount } } }
       } }`,
    )
    expect(errors).toEqual([])
    const shown = (block: number, frame: number | string) => ({
      block,
      frame,
      detailedParameters: { dotCount: 5_000_000_000 },
    })
    expect(data.session).toEqual({
      channels: { nodes: [{ localIndex: 2_147_483_648 }] },
      // Float64 does not tell 2^53 from the number after it.
      unit: { localIndex: null, spikeCount: 5_000_000_000 },
      stimulusEpochs: [{ block: 3_000_000_000 }, { block: 7 }],
      stimulusPresentations: {
        nodes: [
          shown(3_000_000_000, 4_000_000_000),
          shown(3_000_000_000, 4_000_000_000),
          shown(7, '9007199254740993'),
        ],
      },
    })
  })

  test('are told of the samples of a series that is not read', async () => {
    const raw = {
      path: '/acquisition/raw',
      type: 'TimeSeries',
      description: null,
      unit: null,
      sampleCount: 30_000 * 86_400,
      channelCount: 1,
    }
    const reader = new MemoryReader({ ...session, contents: { storedSeries: () => [raw] } })
    const { data } = await execute(
      await forgetting(reader),
      '{ session(id: "1") { timeSeries { sampleCount } } }',
    )
    expect(data.session.timeSeries).toEqual([{ sampleCount: 2_592_000_000 }])
  })
})

describe('a WholeNumber that is asked for', () => {
  const query = (blocks: string, variables = '') =>
    `query${variables} { session(id: "1") { stimulusPresentations(where: { blocks: [${blocks}] }) { totalCount } } }`

  async function sendQuery(text: string, block?: unknown) {
    const { catalog } = await oneSession(session)
    return execute(catalog, text, { variables: block === undefined ? {} : { block } })
  }

  test.each([
    ['3000000000', 2],
    ['"3000000000"', 2],
    ['7', 1],
    ['-7', 0],
    ['3000000001', 0],
    ['18446744073709551615', 0],
  ])('may be %s', async (literal, totalCount) => {
    const { data, errors } = await sendQuery(query(literal))
    expect(errors).toEqual([])
    expect(data.session.stimulusPresentations).toEqual({ totalCount })
  })

  test.each([
    [7, 1],
    ['7', 1],
    ['9007199254740993', 0],
  ])('may be a variable: %j', async (block, totalCount) => {
    const { data } = await sendQuery(query('$block', '($block: WholeNumber!)'), block)
    expect(data.session.stimulusPresentations).toEqual({ totalCount })
  })

  test.each(['1.5', 'true', '"seven"', '{}', '""'])('is not %s', async (literal) => {
    const { errors } = await sendQuery(query(literal))
    expect(errors[0].message).toContain(
      'pass a whole number, or the text of its digits beyond 2^53 - 1',
    )
    expect(errors[0].extensions.code).toBe('GRAPHQL_VALIDATION_FAILED')
  })

  test.each([2 ** 53, 0.5, 'x', false, {}])('is not the variable %j', async (block) => {
    const { errors } = await sendQuery(query('$block', '($block: WholeNumber!)'), block)
    expect(errors[0].message).toContain(
      'pass a whole number, or the text of its digits beyond 2^53 - 1',
    )
    expect(errors[0].extensions.code).toBe('BAD_USER_INPUT')
  })
})
