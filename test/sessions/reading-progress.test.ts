import { expect, test } from 'vitest'
import { readingText } from '../../src/sessions/reading-progress.ts'

const place = (fileCount: number, readCount: number) => ({
  ...{ name: 'p', state: 'READING' as const, fileCount, readCount },
})

test('how much is read is said of one place, and of several', () => {
  expect(readingText([place(5, 2)])).toBe('1 place is still being read (2 of 5 files so far)')
  expect(readingText([place(5, 2), place(10, 3)])).toBe(
    '2 places are still being read (5 of 15 files so far)',
  )
})
