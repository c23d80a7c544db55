import { describe, expect, test } from 'vitest'
import { chooseSessionIds, compareIds } from '../../src/catalog/session-ids.ts'
import { encodeGlobalId } from '../../src/domain/global-id.ts'

const choose = (...recordings: readonly [path: string, identifier: string][]) => [
  ...chooseSessionIds(recordings.map(([path, identifier]) => ({ path, identifier }))).values(),
]

describe('chooseSessionIds', () => {
  test('takes the identifier', () => {
    expect(choose(['/data/a.nwb', '715093703'], ['/data/b.nwb', '766640955'])).toEqual([
      '715093703',
      '766640955',
    ])
  })

  test('takes the name of a file without an identifier', () => {
    expect(
      choose(['/data/sub-1_ses-2.nwb', ''], ['/data/B.NWB', ''], ['/data/raw.h5', '']),
    ).toEqual(['sub-1_ses-2', 'B', 'raw.h5'])
  })

  test('takes the name of a file whose identifier an earlier one has', () => {
    expect(choose(['/data/a.nwb', '1'], ['/data/b.nwb', '1'], ['/data/c.nwb', '1'])).toEqual([
      '1',
      'b',
      'c',
    ])
  })

  test('numbers files whose name is taken as well', () => {
    expect(
      choose(['/w/a.nwb', '1'], ['/x/b.nwb', '1'], ['/y/b.nwb', '1'], ['/z/b.nwb', '']),
    ).toEqual(['1', 'b', 'b-2', 'b-3'])
  })

  test('gives no id twice, even where a name is the identifier of another file', () => {
    expect(choose(['/data/2.nwb', ''], ['/data/b.nwb', '2'])).toEqual(['2', 'b'])
    expect(choose(['/w/a.nwb', 'b-2'], ['/x/b.nwb', ''], ['/y/b.nwb', ''])).toEqual([
      'b-2',
      'b',
      'b-3',
    ])
  })

  test('takes the name of a file whose identifier reads like the global id of another type', () => {
    const unitId = encodeGlobalId({ type: 'Unit', sessionId: 'b', localId: '7', occurrence: 0 })
    expect(choose(['/data/a.nwb', unitId], ['/data/b.nwb', `${unitId}=`])).toEqual([
      'a',
      `${unitId}=`,
    ])
    expect(choose([`/data/${unitId}.nwb`, ''])).toEqual([`${unitId}-2`])
  })

  test('tells which path has which id', () => {
    const ids = chooseSessionIds([
      { path: '/x/a.nwb', identifier: '' },
      { path: '/y/a.nwb', identifier: '' },
    ])
    expect(ids).toEqual(
      new Map([
        ['/x/a.nwb', 'a'],
        ['/y/a.nwb', 'a-2'],
      ]),
    )
  })
})

describe('compareIds', () => {
  test('orders numbers by value, before text', () => {
    expect(['b', '1000', '9', 'a', '715093703', '10'].sort(compareIds)).toEqual([
      '9',
      '10',
      '1000',
      '715093703',
      'a',
      'b',
    ])
  })

  test('orders numbers within text by value as well', () => {
    expect(['sub-10', 'sub-9', 'sub-1'].sort(compareIds)).toEqual(['sub-1', 'sub-9', 'sub-10'])
  })

  test('orders numbers beyond 2^53', () => {
    expect(['9007199254740993', '9007199254740992'].sort(compareIds)).toEqual([
      '9007199254740992',
      '9007199254740993',
    ])
  })
})
