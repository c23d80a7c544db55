import { describe, expect, test } from 'vitest'
import {
  chooseSessionIds,
  compareIds,
  contestedPaths,
  fullId,
  type Identified,
  type KnownId,
  partsOfFullId,
} from '../../../src/catalog/folder/session-ids.ts'
import { encodeGlobalId } from '../../../src/domain/session/global-id.ts'

const [A, B, C] = ['aaaaaaaaaaaa', 'bbbbbbbbbbbb', 'cccccccccccc']

/** A file of some content, with identifier 7 unless told otherwise. */
const file = (path: string, version: string | null, other: Partial<Identified> = {}) => ({
  path,
  identifier: '7',
  version,
  createdAt: [],
  modifiedAt: 0,
  ...other,
})

const known = (entries: Readonly<Record<string, string>>) =>
  new Map(
    Object.entries(entries).map(([path, id]): [string, KnownId] => [path, { id, version: null }]),
  )

/** Ids by path, as an object. */
function choose(files: readonly Identified[], before: Readonly<Record<string, string>> = {}) {
  return Object.fromEntries(chooseSessionIds(files, known(before)).ids)
}

const created = (...createdAt: string[]) => ({ createdAt })

describe('a recording alone', () => {
  test('has its identifier', () => {
    expect(
      choose([file('/data/a.nwb', null), file('/data/b.nwb', null, { identifier: '8' })]),
    ).toEqual({ '/data/a.nwb': '7', '/data/b.nwb': '8' })
  })

  test('has its file’s name where it has no identifier', () => {
    const nameless = { identifier: '' }
    const paths = ['/data/sub-1_ses-2.nwb', '/data/B.NWB', '/data/raw.h5']
    expect(Object.values(choose(paths.map((path) => file(path, null, nameless))))).toEqual([
      'sub-1_ses-2',
      'B',
      'raw.h5',
    ])
  })

  test('has its file’s name where its identifier reads like the global id of another type', () => {
    const identifier = encodeGlobalId({ type: 'Unit', sessionId: 'b', localId: '7', occurrence: 0 })
    expect(choose([file('/data/a.nwb', null, { identifier })])).toEqual({ '/data/a.nwb': 'a' })
    const named = `/data/${identifier}.nwb`
    expect(choose([file(named, null, { identifier: '' })])).toEqual({ [named]: `${identifier}-2` })
  })

  test('has its file’s name where its identifier is too long for an address', () => {
    const longest = 'ä'.repeat(150)
    const identifiers = [longest, `${longest}b`]
    const ids = identifiers.map((identifier) => choose([file('/data/a.nwb', null, { identifier })]))
    expect(ids).toEqual([{ '/data/a.nwb': longest }, { '/data/a.nwb': 'a' }])
  })

  test('is contested by nobody, so that its content need not be read', () => {
    expect(contestedPaths([file('/a.nwb', null)], known({}))).toEqual([])
    expect(contestedPaths([file('/a.nwb', null)], known({ '/a.nwb': '7' }))).toEqual([])
    expect(contestedPaths([file('/a.nwb', null), file('/b.nwb', null)], known({}))).toEqual([
      '/a.nwb',
      '/b.nwb',
    ])
  })
})

describe('of recordings that share an identifier', () => {
  test('the one that was written first, as the files say, has it, whatever their paths', () => {
    const old = created('2019-10-03T00:00:00+00:00')
    const young = created('2019-10-02T23:30:00-01:00')
    expect(choose([file('/a.nwb', A, young), file('/b.nwb', B, old)])).toEqual({
      '/a.nwb': '7~aaaaaaaaaaaa',
      '/b.nwb': '7',
    })
    expect(choose([file('/a.nwb', B, old), file('/b.nwb', A, young)])).toEqual({
      '/a.nwb': '7',
      '/b.nwb': '7~aaaaaaaaaaaa',
    })
  })

  test('one that was written at the same time and modified later comes after', () => {
    const times = ['2019-10-03T00:00:00Z', '2020-01-01T00:00:00Z']
    expect(
      choose([file('/a.nwb', A, created(...times)), file('/b.nwb', B, created(times[0]))]),
    ).toEqual({ '/a.nwb': '7~aaaaaaaaaaaa', '/b.nwb': '7' })
  })

  test('one that does not say when it was written comes after', () => {
    expect(choose([file('/a.nwb', A), file('/b.nwb', B, created('2030-01-01T00:00:00Z'))])).toEqual(
      {
        '/a.nwb': '7~aaaaaaaaaaaa',
        '/b.nwb': '7',
      },
    )
  })

  test('the one that the disk says is older has it where the files say the same', () => {
    expect(
      choose([file('/a.nwb', A, { modifiedAt: 3000 }), file('/b.nwb', B, { modifiedAt: 2999 })]),
    ).toEqual({ '/a.nwb': '7~aaaaaaaaaaaa', '/b.nwb': '7' })
  })

  test('the first by content has it where all are written in the same second', () => {
    const files = [file('/a.nwb', B, { modifiedAt: 2100 }), file('/b.nwb', A, { modifiedAt: 2900 })]
    const ids = { '/a.nwb': '7~bbbbbbbbbbbb', '/b.nwb': '7' }
    expect(choose(files)).toEqual(ids)
    expect(choose(files.map((one, i) => ({ ...one, modifiedAt: 2900 - i })))).toEqual(ids)
  })

  test('the one that has it keeps it when an older one comes, in a folder before it', () => {
    const files = [file('/a.nwb', A, created('2001-01-01T00:00:00Z')), file('/b.nwb', B)]
    expect(choose(files, { '/b.nwb': '7' })).toEqual({
      '/a.nwb': '7~aaaaaaaaaaaa',
      '/b.nwb': '7',
    })
  })

  test('one that is named like an identifier comes after the one that has it', () => {
    const files = [
      file('/7.nwb', A, { identifier: '', ...created('2001-01-01T00:00:00Z') }),
      file('/b.nwb', B),
    ]
    expect(choose(files)).toEqual({ '/7.nwb': '7~aaaaaaaaaaaa', '/b.nwb': '7' })
  })

  test('each other has an id of its own', () => {
    expect(
      choose([file('/a.nwb', C), file('/b.nwb', B), file('/c.nwb', A)], { '/b.nwb': '7' }),
    ).toEqual({ '/a.nwb': '7~cccccccccccc', '/b.nwb': '7', '/c.nwb': '7~aaaaaaaaaaaa' })
  })
})

describe('while a server runs, an id does not change its file', () => {
  test('when the file that has it goes: the other keeps its own', () => {
    const rival = [file('/b.nwb', B)]
    expect(choose(rival, { '/b.nwb': '7~bbbbbbbbbbbb' })).toEqual({ '/b.nwb': '7~bbbbbbbbbbbb' })
    expect(contestedPaths(rival, known({ '/b.nwb': '7~bbbbbbbbbbbb' }))).toEqual(['/b.nwb'])
  })

  test('when the file that has it cannot be read for a while', () => {
    expect(choose([file('/b.nwb', B)], { '/a.nwb': '7' })).toEqual({ '/b.nwb': '7~bbbbbbbbbbbb' })
    expect(contestedPaths([file('/b.nwb', B)], known({ '/a.nwb': '7' }))).toEqual(['/b.nwb'])
  })

  test('but a new file has it when the other is gone', () => {
    expect(choose([file('/b.nwb', B), file('/c.nwb', C)], { '/b.nwb': '7~bbbbbbbbbbbb' })).toEqual({
      '/b.nwb': '7~bbbbbbbbbbbb',
      '/c.nwb': '7',
    })
  })

  test('and another identifier gives another id', () => {
    expect(choose([file('/a.nwb', A, { identifier: '8' })], { '/a.nwb': '7' })).toEqual({
      '/a.nwb': '8',
    })
  })
})

describe('of files that hold the same', () => {
  test('the first is served, and the others are copies of it', () => {
    const { ids, copies } = chooseSessionIds(
      [file('/a.nwb', A), file('/b.nwb', A), file('/c.nwb', A)],
      known({}),
    )
    expect(Object.fromEntries(ids)).toEqual({ '/a.nwb': '7' })
    expect(Object.fromEntries(copies)).toEqual({ '/b.nwb': '/a.nwb', '/c.nwb': '/a.nwb' })
  })

  test('the oldest is served, and tells how old their content is', () => {
    const { ids, copies } = chooseSessionIds(
      [
        file('/a.nwb', A, { modifiedAt: 9000 }),
        file('/b.nwb', B, { modifiedAt: 9000 }),
        file('/c.nwb', B, { modifiedAt: 2000 }),
      ],
      known({}),
    )
    expect(Object.fromEntries(ids)).toEqual({ '/a.nwb': '7~aaaaaaaaaaaa', '/c.nwb': '7' })
    expect(Object.fromEntries(copies)).toEqual({ '/b.nwb': '/c.nwb' })
  })

  test('the one that is served already stays', () => {
    const { ids, copies } = chooseSessionIds(
      [file('/a.nwb', A), file('/b.nwb', A)],
      known({ '/b.nwb': '7' }),
    )
    expect(Object.fromEntries(ids)).toEqual({ '/b.nwb': '7' })
    expect(Object.fromEntries(copies)).toEqual({ '/a.nwb': '/b.nwb' })
  })

  test('one is served beside another that holds something else', () => {
    const { ids, copies } = chooseSessionIds(
      [file('/a.nwb', B), file('/b.nwb', A), file('/c.nwb', B)],
      known({ '/b.nwb': '7' }),
    )
    expect(Object.fromEntries(ids)).toEqual({ '/a.nwb': '7~bbbbbbbbbbbb', '/b.nwb': '7' })
    expect(Object.fromEntries(copies)).toEqual({ '/c.nwb': '/a.nwb' })
  })
})

describe('a full id', () => {
  test('tells the plain one and the version', () => {
    expect(partsOfFullId(fullId('a~b', A))).toEqual({ plain: 'a~b', version: A })
  })

  test.each(['7', '7~', '7~abc', '~aaaaaaaaaaaa', '7~AAAAAAAAAAAA', '7~aaaaaaaaaaaa1'])(
    'is not %s',
    (id) => expect(partsOfFullId(id)).toBeNull(),
  )
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
