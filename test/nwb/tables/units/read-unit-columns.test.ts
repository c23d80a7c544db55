import { join } from 'node:path'
import type { Group } from 'h5wasm'
import { expect, test } from 'vitest'
import { SessionFile } from '../../../../src/nwb/session-file.ts'
import { temporaryFolder, writeNwb } from '../../../support/recordings/write-nwb.ts'

const folder = temporaryFolder()

const units = [
  { id: 1, spikes: [1], electrode: 0 },
  { id: 2, spikes: [2, 3], electrode: 1 },
]

async function read(edit: (table: Group) => void) {
  const path = await writeNwb(join(folder, `${crypto.randomUUID()}.nwb`), {
    units,
    edit: (_file, table) => edit(table),
  })
  const file = await SessionFile.open(path)
  try {
    return { columns: file.tables().units.columns, warnings: file.load('warnings') }
  } finally {
    file.close()
  }
}

test('reads numbers, texts, flags and lists that a laboratory added', async () => {
  const { columns, warnings } = await read((table) => {
    const type = table.create_dataset({ name: 'cell_type', data: ['PV', ''] })
    type.create_attribute('description', 'by optotagging')
    table.create_dataset({ name: 'depth', data: Float64Array.of(Number.NaN, 350.5) })
    table.create_dataset({ name: 'label', data: ['007', '7'] })
    table.create_dataset({ name: 'serial', data: BigInt64Array.of(2n ** 60n + 1n, 7n) })
    table.create_dataset({ name: 'position', data: [1, 2, 3, 4], shape: [2, 2], dtype: '<d' })
  })
  expect(columns).toEqual([
    {
      name: 'cell_type',
      description: 'by optotagging',
      kind: 'text',
      codes: Int32Array.of(0, -1),
      values: ['PV'],
    },
    {
      name: 'depth',
      description: null,
      kind: 'number',
      codes: Int32Array.of(-1, 0),
      values: [350.5],
    },
    {
      name: 'label',
      description: null,
      kind: 'text',
      codes: Int32Array.of(0, 1),
      values: ['007', '7'],
    },
    {
      name: 'position',
      description: null,
      kind: 'list',
      codes: Int32Array.of(0, 1),
      values: [
        [1, 2],
        [3, 4],
      ],
    },
    {
      name: 'serial',
      description: null,
      kind: 'number',
      codes: Int32Array.of(0, 1),
      values: ['1152921504606846977', 7],
    },
  ])
  expect(warnings).toEqual([])
})

test('leaves out what is of spikes, or does not fit, with a warning', async () => {
  const { columns, warnings } = await read((table) => {
    table.create_dataset({ name: 'layer', data: ['L4', 'L5', 'L6'] })
    const depths = Float64Array.from({ length: 200 }, (_, i) => i)
    table.create_dataset({ name: 'spike_depths', data: depths })
    const index = { name: 'spike_depths_index', data: [100, 200], dtype: '<i' }
    table.create_dataset(index).create_attribute('neurodata_type', 'VectorIndex')
    table.create_dataset({ name: 'waveform_sd', data: new Float64Array(164), shape: [2, 82] })
  })
  expect(columns).toEqual([])
  expect(warnings).toEqual([
    {
      code: 'COLUMN_LEFT_OUT',
      path: '/units/layer',
      message:
        '/units/layer has 3 entries, but the table has 2 rows, so it is not served: a column of the units table has one value per unit, or a list of up to 64.',
    },
    {
      code: 'COLUMN_LEFT_OUT',
      path: '/units/spike_depths',
      message:
        '/units/spike_depths holds 100 values per row, not 1 to 64, so it is not served: a column of the units table has one value per unit, or a list of up to 64.',
    },
  ])
})
