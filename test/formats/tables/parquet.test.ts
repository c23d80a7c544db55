import { parquetMetadata } from 'hyparquet'
import { expect, test } from 'vitest'
import { encodeParquet } from '../../../src/formats/tables/parquet.ts'
import { tableOf } from '../../../src/formats/tables/table.ts'

/** Rows of each group of a file of two columns. */
async function groupsOf(rowCount: number, inServer: boolean): Promise<number[]> {
  const cells = new Float64Array(rowCount)
  const table = tableOf([
    { name: 'a', type: 'float', cells },
    { name: 'b', type: 'float', cells },
  ])
  const pieces: Uint8Array[] = []
  for await (const piece of encodeParquet(table, { inServer })) pieces.push(piece)
  const { buffer } = new Uint8Array(Buffer.concat(pieces))
  return parquetMetadata(buffer).row_groups.map(({ num_rows }) => Number(num_rows))
}

test('a server writes groups of few cells, so that others get their turn', async () => {
  // Chunks of 4096 rows, until there are 2^15 cells.
  expect(await groupsOf(40_000, true)).toEqual([16_384, 16_384, 7232])
})

test('a command writes groups as readers like them', async () => {
  expect(await groupsOf(110_000, false)).toEqual([102_400, 7600])
  expect(await groupsOf(0, false)).toEqual([])
})
