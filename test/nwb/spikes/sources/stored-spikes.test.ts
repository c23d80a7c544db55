import { join } from 'node:path'
import type { Dataset, Group } from 'h5wasm'
import { expect, test } from 'vitest'
import { SessionFile } from '../../../../src/nwb/session-file.ts'
import { temporaryFolder, writeNwb } from '../../../support/recordings/write-nwb.ts'

const folder = temporaryFolder()
const MOST_SPIKES = 2 ** 25
const always = { startTime: Number.NEGATIVE_INFINITY, stopTime: Number.POSITIVE_INFINITY }

/** Two units; the spikes of the second, but for one, were never written. */
async function open(secondCount: number): Promise<SessionFile> {
  const path = await writeNwb(join(folder, `second-${secondCount}.nwb`), {
    units: null,
    edit(file) {
      const units = file.create_group('units') as Group
      const numbers = (name: string, data: readonly number[], dtype: string) =>
        units.create_dataset({ name, data: [...data], dtype })
      numbers('id', [1, 2], '<q')
      numbers('spike_times_index', [2, 2 + secondCount], '<q')
      const spikes = { name: 'spike_times', data: Float64Array.of(1, 2, 3), chunks: [1000] }
      units.create_dataset({ ...spikes, maxshape: [MOST_SPIKES + 10] })
      const dataset = units.get('spike_times') as Dataset
      dataset.resize([2 + secondCount])
    },
  })
  return SessionFile.open(path)
}

test('a unit may have as many spikes as memory holds', async () => {
  const file = await open(MOST_SPIKES)
  expect(file.read('spikeTimes', [{ unitRow: 0, span: always }])).toEqual([Float64Array.of(1, 2)])
  file.close()
})

test('a recording with a unit of more is refused, whichever unit is asked', async () => {
  const file = await open(MOST_SPIKES + 1)
  expect(() => file.read('spikeTimes', [{ unitRow: 0, span: always }])).toThrow(
    expect.objectContaining({
      code: 'INDEX_INVALID',
      detail: '/units/spike_times_index gives more than 33554432 spikes to row 1',
    }),
  )
  file.close()
})

test.each([
  ['of two units the second', [1, 2, 3, 4], [2, 4], [1, 3]],
  ['as many, but otherwise shared out', [1, 2, 3], [1, 3], [2, 3]],
])(
  'amplitudes are refused where they are not one for each spike: %s',
  async (_, data, ends, spikeEnds) => {
    const [first, second] = spikeEnds as [number, number]
    const times = Array.from({ length: second }, (_, i) => i)
    const path = await writeNwb(join(folder, `${crypto.randomUUID()}.nwb`), {
      units: [
        { id: 1, spikes: times.slice(0, first) },
        { id: 2, spikes: times.slice(first) },
      ],
      edit(_file, units) {
        units.create_dataset({ name: 'spike_amplitudes', data: [...data], dtype: '<d' })
        units.create_dataset({ name: 'spike_amplitudes_index', data: [...ends], dtype: '<q' })
      },
    })
    const file = await SessionFile.open(path)
    expect(file.tables().units.hasSpikeAmplitudes).toBe(false)
    expect(file.load('spikeLayout')).toMatchObject({ amplitudes: null })
    expect(() => file.read('spikeAmplitudes', [{ unitRow: 0, span: always }])).toThrow(
      expect.objectContaining({ code: 'INDEX_INVALID' }),
    )
    file.close()
  },
)
