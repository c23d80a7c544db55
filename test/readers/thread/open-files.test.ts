import { describe, expect, test } from 'vitest'
import type { OpensSources } from '../../../src/byte-sources/open-source.ts'
import { type OpenFile, OpenFiles } from '../../../src/readers/thread/open-files.ts'

const at = (path: string) => ({ kind: 'disk', name: path, path }) as never

/** Files whose states are numbers, and what was opened and closed. */
function watched(maxCount: number) {
  const states = new Map<string, number>()
  const events: string[] = []
  const identify = ({ path }: { path: string }) =>
    ({ kind: 'disk', size: states.get(path) ?? 1, modifiedAt: 1, inode: 1, device: 1 }) as never
  const sources = {
    identify,
    open: (location: { path: string }) => ({
      ...{ path: location.path, identity: identify(location) },
      close: () => events.push(`close source ${location.path}`),
    }),
  } as unknown as OpensSources
  const files = new OpenFiles<OpenFile & { path: string }>(sources, maxCount)
  const get = (path: string, fails = false) =>
    files.get(at(path), async (source) => {
      events.push(`open ${path}`)
      if (fails) throw new Error('damaged')
      const { identity } = source
      return {
        ...{ path, identity, bytesRead: 0, readMs: 0 },
        close: () => events.push(`close ${path}`),
      }
    })
  return { files, get, events, states }
}

describe('files that are open', () => {
  test('stay open while they are what lies there', async () => {
    const { files, get, events, states } = watched(2)
    const file = await get('a')
    expect(await get('a')).toBe(file)
    expect(files.peek(at('a'))).toBe(file)
    expect(() => files.assertUnchanged(at('a'), file)).not.toThrow()
    states.set('a', 2)
    expect(() => files.assertUnchanged(at('a'), file)).toThrow('was replaced or changed')
    expect(await get('a')).not.toBe(file)
    expect(events).toEqual(['open a', 'close a', 'open a'])
  })

  test('make room, those first that were not used for longest', async () => {
    const { get, events } = watched(2)
    for (const path of ['a', 'b', 'a', 'c']) await get(path)
    expect(events).toEqual(['open a', 'open b', 'close b', 'open c'])
  })

  test('are closed one by one, or all', async () => {
    const { files, get, events } = watched(3)
    for (const path of ['a', 'b', 'c']) await get(path)
    files.close(at('b'))
    files.closeAll()
    expect(events.slice(3)).toEqual(['close b', 'close a', 'close c'])
    expect(files.peek(at('a'))).toBeUndefined()
  })

  test('that cannot be opened are not kept', async () => {
    const { files, get, events } = watched(1)
    await expect(get('a', true)).rejects.toThrow('damaged')
    expect(events).toEqual(['open a', 'close source a'])
    expect(files.peek(at('a'))).toBeUndefined()
  })
})
