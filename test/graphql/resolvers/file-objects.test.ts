import { describe, expect, test } from 'vitest'
import { execute, oneSession, smallSession } from '../execute.ts'

const { catalog } = await oneSession({
  ...smallSession,
  file: {
    '/general/lab': {
      dtype: '|O',
      holds: 'text',
      shape: [],
      values: ['a lab'],
      attributes: { note: 'at the coast' },
    },
    '/units/broken': { fault: { code: 'FILE_DAMAGED', detail: 'dataset /units/broken' } },
    '/units/id': {
      dtype: '<i8',
      holds: 'number',
      shape: [4],
      values: [11, '9007199254740993', 'Infinity', null],
    },
    '/units/isGood': { dtype: '|b1', holds: 'boolean', shape: [2], values: [true, false] },
  },
})

const sendQuery = (path: string, fields: string) =>
  execute(
    catalog,
    `query ($path: String!) { session(id: "1") { fileObject(path: $path) { ${fields} } } }`,
    { variables: { path } },
  )

describe('an object of the file', () => {
  test('is the root when no path is given, with its members', async () => {
    const { data, errors } = await execute(
      catalog,
      `{ session(id: "1") { fileObject {
         path name kind memberCount
         children { totalCount nodes { path name kind memberCount } }
       } } }`,
    )
    expect(errors).toEqual([])
    expect(data.session.fileObject).toEqual({
      path: '/',
      name: '/',
      kind: 'GROUP',
      memberCount: 2,
      children: {
        totalCount: 2,
        nodes: [
          { path: '/general', name: 'general', kind: 'GROUP', memberCount: 1 },
          { path: '/units', name: 'units', kind: 'GROUP', memberCount: 3 },
        ],
      },
    })
  })

  test('gives its attributes, and its elements as the file has them', async () => {
    const { data } = await sendQuery(
      '/general/lab',
      `attributeCount attributes { name holds dtype shape value isShortened }
       dataset { holds dtype shape values { start shape values shortenedCount } }`,
    )
    expect(data.session.fileObject).toEqual({
      attributeCount: 1,
      attributes: [
        {
          name: 'note',
          holds: 'TEXT',
          dtype: '|O',
          shape: [],
          value: 'at the coast',
          isShortened: false,
        },
      ],
      dataset: {
        holds: 'TEXT',
        dtype: '|O',
        shape: [],
        values: { start: [], shape: [], values: ['a lab'], shortenedCount: 0 },
      },
    })
    const ids = await sendQuery(
      '/units/id',
      `dataset {
         all: values { values }
         some: values(start: [1], shape: [2]) { start shape values }
         storage { layout chunkShape filters { name } storedBytes chunkCount }
       }`,
    )
    expect(ids.data.session.fileObject.dataset).toEqual({
      all: { values: [11, '9007199254740993', 'Infinity', null] },
      some: { start: [1], shape: [2], values: ['9007199254740993', 'Infinity'] },
      storage: {
        layout: 'CONTIGUOUS',
        chunkShape: null,
        filters: [],
        storedBytes: 32,
        chunkCount: null,
      },
    })
  })

  test('that cannot be read is an error of its own; the others are served', async () => {
    const { data, errors } = await sendQuery('/units', 'children { nodes { name kind } }')
    expect(data.session.fileObject.children.nodes).toEqual([
      { name: 'broken', kind: null },
      { name: 'id', kind: 'DATASET' },
      { name: 'isGood', kind: 'DATASET' },
    ])
    expect(errors).toMatchObject([
      {
        path: ['session', 'fileObject', 'children', 'nodes', 0, 'kind'],
        extensions: { code: 'FILE_DAMAGED' },
      },
    ])
    expect(errors[0].message).toMatch(/^session_1\.nwb is damaged: .* \(dataset \/units\/broken\)$/)
  })

  test('lists its members page by page', async () => {
    const page = (after: string) =>
      sendQuery(
        '/units',
        `children(first: 2${after}) { nodes { name } pageInfo { endCursor hasNextPage } }`,
      )
    const first = await page('')
    const { nodes, pageInfo } = first.data.session.fileObject.children
    expect(nodes).toEqual([{ name: 'broken' }, { name: 'id' }])
    const second = await page(`, after: "${pageInfo.endCursor}"`)
    expect(second.data.session.fileObject.children).toMatchObject({
      nodes: [{ name: 'isGood' }],
      pageInfo: { hasNextPage: false },
    })
    const [error] = (await page(', after: "nonsense"')).errors
    expect(error.message).toMatch('after "nonsense" is not a cursor of this list.')
  })

  test.each([
    ['/nowhere', 'The file has nothing at "/nowhere".'],
    ['units', 'path is "units"; it must be absolute'],
    ['/units//id', 'it must be absolute'],
    ['/units/', 'it must be absolute'],
    ['/units/../id/.', 'it must be absolute'],
    [`/${'a/'.repeat(100)}a`, 'path has 101 names and 202 characters; at most 100 names'],
  ])('at the path %s gives an error that says what to do', async (path, message) => {
    const { data, errors } = await sendQuery(path, 'kind')
    expect(data.session.fileObject).toBeNull()
    expect(errors).toMatchObject([{ extensions: { code: 'INVALID_ARGUMENT' } }])
    expect(errors[0].message).toContain(message)
  })

  test.each([
    ['dataset { values(start: [3], shape: [2]) { values } }', 'is not within the dataset'],
    ['dataset { values(textLength: 0) { values } }', 'textLength is 0; for 4 elements'],
    [
      'dataset { values(textLength: 250001) { values } }',
      'textLength is 250001; for 4 elements it must be from 1 to 250000.',
    ],
    [
      'dataset { values(shape: [1], textLength: 1000001) { values } }',
      'textLength is 1000001; for 1 elements it must be from 1 to 1000000.',
    ],
    [
      'dataset { values(shape: [0], textLength: 1000001) { values } }',
      'textLength is 1000001; for 0 elements it must be from 1 to 1000000.',
    ],
    ['attributes(first: 0) { name }', 'first is 0; it must be from 1 to 1000'],
    ['children(first: 1001) { totalCount }', 'first is 1001; it must be from 1 to 1000'],
  ])('refuses %s', async (field, message) => {
    const { errors } = await sendQuery('/units/id', field)
    expect(errors).toMatchObject([{ extensions: { code: 'INVALID_ARGUMENT' } }])
    expect(errors[0].message).toContain(message)
  })

  test('charges what its values cost, before they are read', async () => {
    const query = `{ session(id: "1") { fileObject(path: "/units/id") {
      dataset { values { values } } } } }`
    const { errors } = await execute(catalog, query, { maxCells: 3 })
    expect(errors).toMatchObject([{ extensions: { code: 'TOO_MANY_CELLS' } }])
  })
})
