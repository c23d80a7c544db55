import { expect, test } from 'vitest'
import type { ExportSource } from '../../src/exports/export-kind.ts'
import { withSource } from '../../src/exports/source-attributes.ts'

const arrays = { main: {}, coordinates: [], attributes: { bin_size: 0.1 } }

test.each([
  [{ fileVersion: 'a1b2c3' }, { file_version: 'a1b2c3' }],
  [{ fileName: 'one.nwb' }, { file_name: 'one.nwb' }],
])('arrays of %j say so, and of which session they are', (origin, expected) => {
  const source = { session: { id: '7' }, origin } as unknown as ExportSource
  expect(withSource(arrays as never, source)).toEqual({
    ...arrays,
    attributes: { session_id: '7', ...expected, bin_size: 0.1 },
  })
})
