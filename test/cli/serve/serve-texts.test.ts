import { describe, expect, test } from 'vitest'
import { changeLines, firstLookText, startText } from '../../../src/cli/serve/serve-texts.ts'
import { RecordingError } from '../../../src/errors.ts'
import type { CatalogSession } from '../../../src/sessions/session-catalog.ts'
import { MemoryReader, memoryCatalog } from '../../support/memory/memory-session.ts'

const url = 'http://127.0.0.1:4000'

const refuse = (fileName: string) => ({ fileName, error: new RecordingError('NOT_HDF5', fileName) })

const sessions = async (id: string) =>
  (await memoryCatalog(new MemoryReader({ id, units: [] }))).sessions()

describe('startText', () => {
  test('prints the first 20 refused files and sums up the others', () => {
    const refused = Array.from({ length: 1022 }, (_, i) => refuse(`notes_${i}.nwb`))
    const text = startText(url, { sessions: [], refused, places: [] })
    expect(text.match(/is not an HDF5 file/g)).toHaveLength(20)
    expect(text).toMatch(
      /\n {2}notes_19\.nwb .*\n {2}and 1,002 more files; query \{ refusedFiles \{ fileName message \} \}\n\n/,
    )
  })

  test('prints just 20 refused files without a summary', () => {
    const refused = Array.from({ length: 20 }, (_, i) => refuse(`notes_${i}.nwb`))
    expect(startText(url, { sessions: [], refused, places: [] })).not.toContain('more file')
  })

  test('prints the first 200 sessions and sums up the others', async () => {
    const [session] = await sessions('7')
    const many = Array.from({ length: 1203 }, (_, i) => ({ ...session, id: `s${i}` }))
    const text = startText(url, { sessions: many as CatalogSession[], refused: [], places: [] })
    expect(text).toContain('Serving 1,203 sessions:')
    expect(text).toMatch(/\n *s199 .*\nand 1,003 others; the explorer lists all\n/)
    expect(text).not.toContain('s200')
  })

  test('says what is still being read', () => {
    const places = [
      { name: 'near', state: 'READ', fileCount: 3, readCount: 3 },
      { name: 'far\x1b', state: 'READING', fileCount: 40, readCount: 12 },
    ] as const
    expect(startText(url, { sessions: [], refused: [], places })).toContain(
      'No sessions yet.\n\nStill being read; more sessions appear as they are found:\n  far\\u001b: 12 of 40 files so far\n\n',
    )
    const done = places.map((place) => ({ ...place, state: 'READ' }) as const)
    expect(firstLookText(done)).toBe('First scan finished: 43 files read.')
    expect(startText(url, { sessions: [], refused: [], places: done })).toMatch(
      /^No sessions yet\. NWB files put into these folders are picked up automatically\.\n\nexplorer/,
    )
  })

  test('prints what the catalog warns of', async () => {
    const [session] = await sessions('7')
    if (!session) throw new Error('no session')
    const warnings = [{ code: 'ID_SHARED', path: '/identifier', message: 'b.nwb is …' } as const]
    expect(
      startText(url, { sessions: [{ ...session, warnings }], refused: [], places: [] }),
    ).toContain('\n\nWarnings:\n  session 7: b.nwb is …\n\n')
    expect(startText(url, { sessions: [session], refused: [], places: [] })).not.toContain(
      'Warnings',
    )
  })

  test('shows a query with a token where one is needed', async () => {
    const served = { sessions: await sessions('7'), refused: [], places: [] }
    const header = '-H "authorization: Bearer $TOKEN" -d'
    expect(startText(url, { ...served, needsToken: true })).toContain(header)
    expect(startText(url, served)).not.toContain('$TOKEN')
  })

  test('lets no control character of a file through', async () => {
    const text = startText(url, {
      sessions: await sessions('a\x1b[2J\nb\x9b'),
      refused: [refuse('c\x1b]0;d.nwb')],
      places: [],
    })
    expect(text).toContain('\n  a\\u001b[2J\\nb\\u009b ')
    expect(text).toContain('\n  c\\u001b]0;d.nwb is not an HDF5 file.')
    expect(text.replaceAll('\n', '')).not.toMatch(/\p{Cc}/u)
  })

  test('shows a query for just the id that the file has', async () => {
    const id = 'a\x1b[2J\nb\x9b'
    const text = startText(url, { sessions: await sessions(id), refused: [], places: [] })
    const [, body] = text.match(/-d '(.*)'/) ?? []
    const [, literal] = JSON.parse(body as string).query.match(/session\(id: (".*?")\)/)
    expect(JSON.parse(literal)).toBe(id)
  })
})

test('changeLines are one line each, whatever the files are named', async () => {
  const [session] = await sessions('a\nb')
  if (!session) throw new Error('no session')
  const warning = { code: 'ID_SHARED', path: null, message: 'e\nf.nwb has the same' } as const
  const lines = changeLines({
    added: [session],
    removed: [],
    refused: [refuse('c\nd.nwb')],
    warned: [[session, warning]],
  })
  expect(lines).toHaveLength(3)
  expect(lines[0]).toMatch(/^now served: session a\\nb \(/)
  expect(lines[1]).toMatch(/^not served: c\\nd\.nwb is not an HDF5 file\./)
  expect(lines[2]).toBe('warning: session a\\nb: e\\nf.nwb has the same')
})

describe('many changes', () => {
  test('are the first 200, and a sum', () => {
    const refused = Array.from({ length: 1203 }, (_, i) => refuse(`notes_${i}.nwb`))
    const lines = changeLines({ added: [], removed: [], refused, warned: [] })
    expect(lines).toHaveLength(201)
    expect(lines.slice(199)).toEqual([
      expect.stringContaining('notes_199.nwb'),
      'and 1,003 more changes',
    ])
  })
})
