import { describe, expect, test } from 'vitest'
import { MemoryReader } from '../../../support/memory/memory-session.ts'
import { execute, forgetting, oneSession } from '../../execute.ts'

const { catalog } = await oneSession({
  units: [
    { id: 1, area: 'VISp', spikes: [1], columns: { cell_type: 'PV', depth: 200 } },
    { id: 2, area: 'VISp', spikes: [2, 3], columns: { cell_type: 'SST', depth: 350.5 } },
    { id: 3, area: 'VISp', spikes: [4], columns: { depth: 800 }, quality: 'good' },
    { id: 4, area: 'VISp', spikes: [], columns: { cell_type: 'PV' } },
  ],
})

async function sendQuery(field: string) {
  const { data, errors } = await execute(catalog, `{ session(id: "1") { ${field} } }`)
  if (errors.length > 0) throw new Error(errors[0].message)
  return data.session
}

const idsWhere = async (...columns: string[]) => {
  const { units } = await sendQuery(
    `units(where: { columns: [${columns.join(' ')}] }) { nodes { unitId } }`,
  )
  return units.nodes.map(({ unitId }: { unitId: string }) => unitId)
}

describe('columns of the units table', () => {
  test('are listed with what they hold', async () => {
    const { unitColumns } = await sendQuery(
      `unitColumns(names: ["depth", "cell_type", "quality"]) {
        name description kind values unitCount minimum maximum
      }`,
    )
    expect(unitColumns).toEqual([
      {
        name: 'depth',
        description: 'the depth of a unit',
        kind: 'NUMBER',
        values: [200, 350.5, 800],
        unitCount: 3,
        minimum: 200,
        maximum: 800,
      },
      {
        name: 'cell_type',
        description: 'the cell_type of a unit',
        kind: 'TEXT',
        values: ['PV', 'SST'],
        unitCount: 3,
        minimum: null,
        maximum: null,
      },
      {
        name: 'quality',
        description: null,
        kind: 'TEXT',
        values: ['good'],
        unitCount: 4,
        minimum: null,
        maximum: null,
      },
    ])
  })

  test('are all listed in order of name, with those that have fields of their own', async () => {
    const { unitColumns } = await sendQuery('unitColumns { name }')
    const names = unitColumns.map(({ name }: { name: string }) => name)
    expect(names).toEqual([...names].sort())
    expect(names).toEqual(
      expect.arrayContaining(['cell_type', 'depth', 'firing_rate', 'quality', 'PT_ratio']),
    )
  })

  test('give each unit its values, without those that are missing', async () => {
    const { units } = await sendQuery(
      'units { nodes { columns(names: ["depth", "cell_type", "snr"]) { name value } } }',
    )
    expect(units.nodes.map(({ columns }: { columns: object[] }) => columns)).toEqual([
      [
        { name: 'depth', value: 200 },
        { name: 'cell_type', value: 'PV' },
        { name: 'snr', value: 3 },
      ],
      [
        { name: 'depth', value: 350.5 },
        { name: 'cell_type', value: 'SST' },
        { name: 'snr', value: 3 },
      ],
      [
        { name: 'depth', value: 800 },
        { name: 'snr', value: 3 },
      ],
      [
        { name: 'cell_type', value: 'PV' },
        { name: 'snr', value: 3 },
      ],
    ])
  })

  test.each([
    [['{ column: "cell_type", values: ["PV"] }'], ['1', '4']],
    [['{ column: "cell_type", values: ["PV", "SST"] }'], ['1', '2', '4']],
    [['{ column: "cell_type" }'], ['1', '2', '4']],
    [['{ column: "depth", min: 200, max: 350.5 }'], ['1', '2']],
    [['{ column: "depth", min: 200.5 }'], ['2', '3']],
    [['{ column: "depth", values: ["350.5"] }'], ['2']],
    [['{ column: "depth", values: [200, 800], min: 500 }'], ['3']],
    [['{ column: "depth", max: 700 }', '{ column: "cell_type", values: ["PV"] }'], ['1']],
    [['{ column: "quality", values: ["good"] }'], ['1', '2', '3', '4']],
    [['{ column: "snr", min: 3.5 }'], []],
  ])('select units where %s', async (columns, ids) => {
    expect(await idsWhere(...columns)).toEqual(ids)
  })

  test.each([
    ['{ column: "layer" }', /no column "layer"\. Available: PT_ratio, .*cell_type, .*depth, /],
    [
      '{ column: "cell_type", values: ["VIP"] }',
      'No unit has the cell_type "VIP". It holds texts: "PV", "SST".',
    ],
    ['{ column: "cell_type", min: 1 }', 'cell_type of the units table holds texts; min and max'],
  ])('refuse %s', async (column, message) => {
    await expect(idsWhere(column)).rejects.toThrow(message)
  })

  test('refuse a name that there is not', async () => {
    await expect(
      sendQuery('unit(id: "1") { columns(names: ["layer"]) { value } }'),
    ).rejects.toThrow('no column "layer"')
    await expect(sendQuery('unitColumns(names: ["layer"]) { kind }')).rejects.toThrow(
      'no column "layer"',
    )
  })

  test('are part of addresses, where equal conditions are one', async () => {
    const hrefOf = async (columns: string) =>
      (await sendQuery(`unitsHref(where: { columns: [${columns}] })`)).unitsHref.split('?')[1]
    const deep = '{ column: "depth", min: 300 }'
    const search = await hrefOf(`{ column: "cell_type", values: ["PV"] } ${deep}`)
    expect(decodeURIComponent(search)).toBe('units.columns=cell_type=["PV"],depth=300..')
    expect(await hrefOf(`${deep} ${deep} { column: "cell_type", values: ["PV"] }`)).toBe(search)
    const both = '{ column: "depth", values: [350.5], min: 300 }'
    expect(decodeURIComponent(await hrefOf(both))).toBe('units.columns=depth=[350.5],depth=300..')
  })
})

test('of several sessions, only those that have a column have units that pass', async () => {
  const unit = { id: 5, area: 'VISp', spikes: [1] }
  const sessions = await forgetting(
    new MemoryReader({ id: '1', units: [{ ...unit, columns: { cell_type: 'PV' } }] }),
    new MemoryReader({ id: '2', units: [unit] }),
    new MemoryReader({ id: '3', units: [{ ...unit, columns: { cell_type: 'SST' } }] }),
  )
  const sessionsWhere = async (column: string) => {
    const { data, errors } = await execute(
      sessions,
      `{ units(where: { columns: [${column}] }) { nodes { session { id } } } }`,
    )
    return (
      errors[0]?.message ??
      data.units.nodes.map(({ session }: { session: { id: string } }) => session.id)
    )
  }
  expect(await sessionsWhere('{ column: "cell_type" }')).toEqual(['1', '3'])
  expect(await sessionsWhere('{ column: "cell_type", values: ["SST", "PV"] }')).toEqual(['1', '3'])
  expect(await sessionsWhere('{ column: "cell_type", values: ["SST"] }')).toEqual(['3'])
  expect(await sessionsWhere('{ column: "cell_type", values: ["VIP"] }')).toBe(
    'No unit has the cell_type "VIP". It holds texts: "PV", "SST".',
  )
  expect(await sessionsWhere('{ column: "layer" }')).toMatch('no column "layer"')
})
