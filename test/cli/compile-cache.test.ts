import { describe, expect, test, vi } from 'vitest'
import { keepCompiled } from '../../src/cli/compile-cache.ts'
import { userCacheFolder } from '../../src/cli/user-cache-folder.ts'

describe('what V8 has compiled', () => {
  test("is kept in the user's own folder, for threads, too", () => {
    const enable = vi.fn()
    const env = { SPIKEQL_CACHE_DIR: '/shared' } as NodeJS.ProcessEnv
    keepCompiled(['serve', '--cache-dir', '/shared'], env, enable)
    const folder = `${userCacheFolder()}/compiled`
    expect(enable.mock.calls).toEqual([[folder]])
    expect(env.NODE_COMPILE_CACHE).toBe(folder)
  })

  test('is not kept with --no-cache, nor in another folder than the user chose', () => {
    const enable = vi.fn()
    const env: NodeJS.ProcessEnv = {}
    keepCompiled(['serve', '--no-cache'], env, enable)
    expect(env).toEqual({})
    const chosen = { NODE_COMPILE_CACHE: '/elsewhere' }
    keepCompiled(['serve'], chosen, enable)
    expect(chosen).toEqual({ NODE_COMPILE_CACHE: '/elsewhere' })
    expect(enable).not.toHaveBeenCalled()
  })

  test('is not kept by a version of Node that cannot', () => {
    const env: NodeJS.ProcessEnv = {}
    keepCompiled(['serve'], env, null)
    expect(env).toEqual({})
  })
})
