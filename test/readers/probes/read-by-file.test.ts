import { expect, test } from 'vitest'
import { readByFile } from '../../../src/readers/probes/read-by-file.ts'

test('each file is read once, all at once, and responses are in the order of the requests', async () => {
  const read: string[] = []
  let isFirst = true
  const responses = await readByFile(
    ['a1', 'b1', 'a2', 'c1', 'b2'],
    (request) => request.charAt(0),
    async (file, requests) => {
      read.push(`${file}: ${requests.join()}`)
      // The others are begun before the first has ended.
      if (isFirst) {
        isFirst = false
        await expect.poll(() => read.length).toBe(3)
      }
      return requests.map((request) => request.toUpperCase())
    },
  )
  expect(read).toEqual(['a: a1,a2', 'b: b1,b2', 'c: c1'])
  expect(responses).toEqual(['A1', 'B1', 'A2', 'C1', 'B2'])
})
