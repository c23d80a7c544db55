import type { PlaceStatus } from './session-catalog.ts'

/** "2 places are still being read (14 of 50 files so far)" */
export function readingText(unread: readonly PlaceStatus[]): string {
  const files = unread.reduce((sum, { fileCount }) => sum + fileCount, 0)
  const read = unread.reduce((sum, { readCount }) => sum + readCount, 0)
  const subject = unread.length === 1 ? '1 place is' : `${unread.length} places are`
  return `${subject} still being read (${read} of ${files} files so far)`
}
