import { describe, expect, test } from 'vitest'
import { temporaryFolder, writeNwb } from '../../support/recordings/write-nwb.ts'
import { ServedFolder } from '../../support/servers/served-folder.ts'

const folder = temporaryFolder()

const served = new ServedFolder(async () => {
  const units = [
    { id: 1, spikes: [0.25, 1.25, 2] },
    { id: 2, spikes: [0.5] },
  ]
  await writeNwb(`${folder}/a.nwb`, { identifier: '7', units })
  return [folder]
})

interface Cost {
  readonly cells: number
  readonly values: number
  readonly bytesRead: number
  readonly responses: number
  readonly cachedResponses: number
}

async function costOf(stop: number, body: object, headers: Record<string, string> = {}) {
  const query = `{ session(id: "7") {
    binnedActivity(areas: [], start: 0, stop: ${stop}, binSize: 1, units: { inBrainOnly: false }) {
      counts
    }
  } }`
  const response = await fetch(`${served.url}/graphql`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', ...headers },
    body: JSON.stringify({ query, ...body }),
  })
  const { data, errors, extensions } = (await response.json()) as {
    data: unknown
    errors?: unknown
    extensions?: { cost?: Cost }
  }
  expect(errors).toBeUndefined()
  expect(data).toBeTruthy()
  return extensions?.cost
}

describe('extensions.cost', () => {
  test('says what was read; the same once more is all from memory', async () => {
    const first = await costOf(3, { extensions: { cost: true } })
    // 2 units in 3 bins.
    expect(first).toMatchObject({ cells: 6 })
    // All spikes are 4 doubles; tables were read when the folder was.
    expect(first?.bytesRead).toBeGreaterThanOrEqual(32)
    expect(first?.cachedResponses).toBeLessThan(first?.responses ?? 0)
    const again = await costOf(3, { extensions: { cost: true } })
    expect(again).toEqual({ ...first, bytesRead: 0, cachedResponses: again?.responses })
  })

  test('comes also where a header asks for it', async () => {
    expect(await costOf(2, {}, { 'x-spikeql-cost': 'true' })).toMatchObject({ cells: 4 })
  })

  test.each([{}, { extensions: { cost: false } }])('is left out for %o', async (body) => {
    expect(await costOf(2, body)).toBeUndefined()
  })
})
