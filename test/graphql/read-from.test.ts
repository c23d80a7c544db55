import { expect, test } from 'vitest'
import type { LoadOptions, ReadOptions } from '../../src/sessions/session-reader.ts'
import type { BatchName, BatchRequest, ContentName } from '../../src/sessions/session-requests.ts'
import { MemoryReader } from '../support/memory/memory-session.ts'
import { execute, forgetting, smallSession } from './execute.ts'

/** Remembers what each request says that it builds on. */
class RememberingReader extends MemoryReader {
  readonly builtOn: Record<string, readonly object[] | undefined> = {}

  override async load<Name extends ContentName>(name: Name, options?: LoadOptions) {
    this.builtOn[name] = options?.from
    return super.load(name, options)
  }

  override async read<Name extends BatchName>(
    name: Name,
    requests: readonly BatchRequest<Name>[],
    options?: ReadOptions,
  ) {
    this.builtOn[name] = options?.from
    return super.read(name, requests, options)
  }
}

async function builtOn(query: string) {
  const reader = new RememberingReader(smallSession)
  const { errors } = await execute(await forgetting(reader), `{ session(id: "1") { ${query} } }`)
  expect(errors).toEqual([])
  const tables = await reader.tables()
  return Object.entries(reader.builtOn).map(([name, from]) => [
    name,
    from?.map((object) => object === tables),
  ])
}

test('counts are read from the file that the tables came from', async () => {
  expect(await builtOn('binnedActivity(start: 0, stop: 10, binSize: 1) { counts }')).toEqual([
    ['countSpikes', [true]],
  ])
})

test('so are presentations and conditions, and the counts around them', async () => {
  const aligned = 'alignedActivity(before: 0, after: 1, binSize: 1)'
  expect(await builtOn(`${aligned} { groups(by: CONDITION) { mean } }`)).toEqual([
    ['presentations', [true]],
    ['stimulusConditions', [true]],
    ['alignSpikes', [true]],
  ])
})
