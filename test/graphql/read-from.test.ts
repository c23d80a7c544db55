import { expect, test } from 'vitest'
import type { MatrixRequest, ReadOptions } from '../../src/sessions/session-reader.ts'
import { MemoryReader } from '../support/memory-session.ts'
import { execute, forgetting, smallSession } from './execute.ts'

/** Remembers what each answer of its own was, and what each question says that it builds on. */
class RememberingReader extends MemoryReader {
  readonly answers: Record<string, object> = {}
  readonly builtOn: (readonly object[] | undefined)[] = []

  override async tables() {
    this.answers.tables ??= await super.tables()
    return super.tables()
  }

  override async presentations() {
    const list = await super.presentations()
    this.answers.presentations = list
    return list
  }

  override async stimulusConditions() {
    const conditions = await super.stimulusConditions()
    this.answers.conditions = conditions
    return conditions
  }

  override countSpikes(requests: readonly MatrixRequest[], options?: ReadOptions) {
    this.builtOn.push(options?.from)
    return super.countSpikes(requests)
  }

  override alignSpikes(...args: Parameters<MemoryReader['alignSpikes']>) {
    this.builtOn.push((args as unknown as [unknown, ReadOptions?])[1]?.from)
    return super.alignSpikes(...args)
  }
}

async function builtOn(query: string) {
  const reader = new RememberingReader(smallSession)
  const { errors } = await execute(await forgetting(reader), `{ session(id: "1") { ${query} } }`)
  expect(errors).toEqual([])
  expect(reader.builtOn).toHaveLength(1)
  const names = Object.entries(reader.answers)
  return reader.builtOn[0]?.map((object) => names.find(([, answer]) => answer === object)?.[0])
}

test('counts are asked with the tables whose rows they name', async () => {
  expect(await builtOn('binnedActivity(start: 0, stop: 10, binSize: 1) { counts }')).toEqual([
    'tables',
  ])
})

test('counts around presentations are asked with the presentations, too', async () => {
  const aligned = 'alignedActivity(before: 0, after: 1, binSize: 1)'
  expect(await builtOn(`${aligned} { counts }`)).toEqual(['tables', 'presentations'])
  expect(await builtOn(`${aligned} { groups(by: CONDITION) { mean } }`)).toEqual([
    'tables',
    'presentations',
    'conditions',
  ])
})
