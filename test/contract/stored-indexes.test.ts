import { join } from 'node:path'
import { describe } from 'vitest'
import { FolderIndex } from '../../src/cache/stored/folder/folder-index.ts'
import { MemoryIndex } from '../support/memory/memory-index.ts'
import { temporaryFolder } from '../support/recordings/write-nwb.ts'
import { testStoredIndex } from './stored-index.ts'

const folder = temporaryFolder()

describe('an index in a folder', () => {
  testStoredIndex((name, writer = 'this build') => {
    return new FolderIndex(join(folder, name), { writer, maxBytes: 2 ** 24 })
  })
})

describe('the index of tests, in memory', () => {
  const indexes = new Map<string, MemoryIndex>()
  testStoredIndex((name, writer = 'this build') => {
    const key = `${writer} ${name}`
    const index = indexes.get(key) ?? new MemoryIndex()
    indexes.set(key, index)
    return index
  })
})
