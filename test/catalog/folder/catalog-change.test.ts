import { describe, expect, test } from 'vitest'
import { changeSince } from '../../../src/catalog/folder/catalog-change.ts'
import { ListedSession } from '../../../src/sessions/listed-session.ts'
import type { CatalogSession } from '../../../src/sessions/session-catalog.ts'

const file = (fileName: string, available = true) =>
  ({ fileName, available }) as unknown as CatalogSession
const warning = (message: string) => ({ code: 'ID_SHARED', path: null, message }) as const

const listed = (of: CatalogSession, id: string, ...messages: string[]) =>
  new ListedSession(of, { id, published: null, warnings: messages.map(warning) })

const refusal = (message: string) =>
  ({ fileName: 'x.nwb', error: { message } }) as unknown as Parameters<
    typeof changeSince
  >[0]['refused'][number]

const listing = (sessions: readonly CatalogSession[], refused: string[] = []) => ({
  sessions: new Map(sessions.map((session) => [session.id, session])),
  refused: refused.map(refusal),
})

const [a, b] = [file('a.nwb'), file('b.nwb')]

describe('a new look at the folders', () => {
  test('that finds the same has no change', () => {
    const before = listing([listed(a, '1', 'w')], ['damaged'])
    const now = listing([listed(a, '1', 'w')], ['damaged'])
    expect(changeSince(before, now)).toBeNull()
    const alone = { ...a, id: '2', warnings: [] }
    expect(changeSince(listing([alone]), listing([alone]))).toBeNull()
  })

  test('says what was added, removed and replaced', () => {
    const [one, other, two] = [listed(a, '1'), listed(b, '1'), listed(b, '2')]
    const nothing = { added: [], removed: [], refused: [], warned: [] }
    expect(changeSince(listing([]), listing([one]))).toEqual({ ...nothing, added: [one] })
    expect(changeSince(listing([one, two]), listing([two]))).toEqual({
      ...nothing,
      removed: [one],
    })
    expect(changeSince(listing([one]), listing([other]))).toEqual({
      ...nothing,
      added: [other],
      removed: [one],
    })
  })

  test('says what is newly refused, or for another reason', () => {
    const change = changeSince(listing([], ['a', 'b']), listing([], ['b', 'c']))
    expect(change?.refused).toEqual([refusal('c')])
    expect(changeSince(listing([], ['a', 'b']), listing([], ['b']))).toBeNull()
  })

  test('says each warning once, and none of sessions that are absent', () => {
    const now = listed(a, '1', 'old', 'new')
    const change = changeSince(listing([listed(a, '1', 'old')]), listing([now]))
    expect(change?.warned).toEqual([[now, warning('new')]])
    const absent = listed(file('c.nwb', false), '3', 'w')
    expect(changeSince(listing([]), listing([absent]))?.warned).toEqual([])
  })
})
