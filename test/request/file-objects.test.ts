import { describe, expect, test } from 'vitest'
import type { ElementDescription } from '../../src/domain/session/file-object.ts'
import { RecordingError } from '../../src/errors.ts'
import { Budget } from '../../src/request/budget.ts'
import { memberPath, nameIn, readableValue, readBlock } from '../../src/request/file-objects.ts'
import type { RequestContext } from '../../src/request/request-context.ts'
import type { CatalogSession } from '../../src/sessions/session-catalog.ts'

const session = { fileName: 'day1.nwb' } as CatalogSession

/** Values and cells that four elements of a dataset are charged, and what is read. */
async function readFour(elements: Partial<ElementDescription>, textLength = 100) {
  const budget = new Budget({ maxCells: 1000, maxValues: 1000 })
  const read: unknown[] = []
  const loaders = {
    read: async (...request: unknown[]) => {
      read.push(request)
      return { value: { values: [], shortenedCount: 0 } }
    },
  }
  const dataset: ElementDescription = {
    dtype: '<f8',
    holds: 'number',
    shape: [5],
    valuesEach: 1,
    elementBytes: 8,
    ...elements,
  }
  const context = { budget, loaders } as unknown as RequestContext
  const block = await readBlock(
    session,
    '/x',
    dataset,
    { start: null, shape: [4], textLength },
    context,
  )
  return { block, values: budget.values, cells: budget.cells, read }
}

describe('a block of a dataset', () => {
  test.each([
    [1, 4],
    [8, 4],
    [9, 8],
    [16, 8],
    [17, 12],
  ])('of elements of %d bytes takes %d cells', async (elementBytes, cells) => {
    expect((await readFour({ elementBytes })).cells).toBe(cells)
  })

  test.each([
    ['text', 1, 4],
    ['text', 100, 4],
    ['text', 101, 8],
    ['text', 201, 12],
    ['enumeration', 201, 12],
    ['number', 201, 4],
    ['boolean', 201, 4],
  ] as const)('of each kind is written with its values: %s', async (holds, textLength, values) => {
    expect((await readFour({ holds }, textLength)).values).toBe(values)
  })

  test('of several members has the values of each', async () => {
    expect((await readFour({ holds: 'compound', valuesEach: 3 }, 150)).values).toBe(24)
  })

  test('is what was planned and what was read', async () => {
    expect(await readFour({})).toMatchObject({
      block: { start: [0], shape: [4], values: [], shortenedCount: 0 },
      read: [[session, 'fileValues', { path: '/x', start: [0], shape: [4], textLength: 100 }]],
    })
  })

  test('of a dataset without elements or dimensions is none, and costs nothing', async () => {
    expect(await readFour({ shape: null })).toEqual({ block: null, values: 0, cells: 0, read: [] })
  })
})

test('what cannot be read is a fault of the file', () => {
  expect(readableValue(session, { value: null })).toBeNull()
  expect(() =>
    readableValue(session, { fault: { code: 'FILE_DAMAGED', detail: 'dataset /x' } }),
  ).toThrow(new RecordingError('FILE_DAMAGED', 'day1.nwb', 'dataset /x'))
})

test('paths and names belong together', () => {
  expect(memberPath('/', 'units')).toBe('/units')
  expect(memberPath('/units', 'id')).toBe('/units/id')
  expect(['/', '/units', '/units/id'].map(nameIn)).toEqual(['/', 'units', 'id'])
})
