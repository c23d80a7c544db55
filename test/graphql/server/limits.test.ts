import { getIntrospectionQuery } from 'graphql'
import { describe, expect, test } from 'vitest'
import { execute, oneSession, smallSession } from '../execute.ts'

async function sendQuery(query: string) {
  const { catalog, reader } = await oneSession(smallSession)
  const { data, errors } = await execute(catalog, query)
  return { data, errors, reader }
}

/** Each fragment spreads the next one several times: short to write, without end to carry out. */
function fragmentBomb(): string {
  const level = (i: number) => `fragment F${i} on Session{${`...F${i + 1} `.repeat(6)}}`
  const levels = Array.from({ length: 14 }, (_, i) => level(i)).join('')
  return `{session(id:"1"){...F0}}${levels}fragment F14 on Session{id}`
}

/** A query so many levels deep: session, unit, session, unit, … id. */
function nested(depth: number): string {
  const levels = Array.from({ length: depth - 2 }, (_, i) =>
    i % 2 ? 'session { ' : 'unit(id: "11") { ',
  )
  return `{ session(id: "1") { ${levels.join('')} id ${'} '.repeat(levels.length)} } }`
}

const aliased = (count: number) =>
  `{ session(id: "1") { ${Array.from({ length: count }, (_, i) => `a${i}: id`).join(' ')} } }`

const withDirectives = (count: number) =>
  `{ session(id: "1") { ${'id @skip(if: false) '.repeat(count)} } }`

const rootFields = (count: number) => `{ ${'sessionTypes '.repeat(count)} }`

describe('limits', () => {
  test.each([
    ['as graphql-js writes it', getIntrospectionQuery()],
    [
      'as GraphiQL asks it',
      getIntrospectionQuery({
        descriptions: true,
        specifiedByUrl: true,
        directiveIsRepeatable: true,
        schemaDescription: true,
        inputValueDeprecation: true,
        oneOf: true,
      }),
    ],
  ])('let the introspection query pass, %s', async (_name, query) => {
    const { data, errors } = await sendQuery(query)
    expect(errors).toEqual([])
    expect(data.__schema.queryType.name).toBe('Query')
  })

  test('let a generous query pass', async () => {
    const unit = `id area quality clusterId localIndex firingRate isiViolations presenceRatio amplitudeCutoff snr
      isolationDistance lRatio dPrime nnHitRate nnMissRate silhouetteScore maxDrift cumulativeDrift spikeCount
      waveform { duration halfwidth ptRatio repolarizationSlope recoverySlope amplitude spread velocityAbove velocityBelow }
      channel { channelId localIndex area valid verticalPosition horizontalPosition probe { probeId name samplingRate } }
      probe { id name }`
    const matrix = `area { acronym alias name } epoch { index stimulusName } unitIds shape start stop binSize binCount
      units { ${unit} } counts data { dtype shape bytes } sparse { indptr indices data }
      spikeCount unitRates populationRate coverage invalidTimes { startTime stopTime tags }`
    const { errors } = await sendQuery(`query Notebook {
      session(id: "1") {
        id sessionType startTime subject { subjectId species sex genotype ageInDays }
        stimulusEpochs(where: { excludeStimulusNames: ["spontaneous", "invalid_presentation"] }) {
          index stimulusName block startTime stopTime duration
          wide: binnedActivity(areas: ["V1", "LM"], before: 10, after: 90, binSize: 0.1) { ${matrix} }
          narrow: binnedActivity(areas: ["V1", "LM"], before: 0.5, after: 1, binSize: 0.001,
            units: { snrMin: 1, amplitudeCutoffMax: null }) { ${matrix} }
        }
        areas(acronyms: ["V1"]) { acronym units(first: 5) { nodes { ${unit} } } binnedActivity { ${matrix} } }
      }
    }`)
    expect(errors).toEqual([])
  })

  // Written out, it would have 78 billion fields, and the test no end.
  test('refuse a fragment bomb without writing it out', async () => {
    expect(fragmentBomb().length).toBeLessThan(1000)
    const { errors, reader } = await sendQuery(fragmentBomb())
    expect(errors).toMatchObject([{ extensions: { code: 'GRAPHQL_VALIDATION_FAILED' } }])
    expect(reader.requested.tables).toBe(0)
  })

  test('refuse a flood of tokens before it is read to its end', async () => {
    const { errors } = await sendQuery(`{ ${'__typename '.repeat(200_000)} ${'}'.repeat(9)}`)
    expect(errors).toMatchObject([
      {
        message: 'Syntax Error: Document contains more that 1500 tokens. Parsing aborted.',
        extensions: { code: 'GRAPHQL_PARSE_FAILED' },
      },
    ])
  })

  test('refuse fields that all may conflict before each is compared with each', async () => {
    const { errors } = await sendQuery(`{ ${'sessions{nodes{id}} '.repeat(200)} }`)
    expect(errors).toMatchObject([
      {
        message:
          'The operation has 200 root fields; 30 are allowed. Split it into several requests.',
        extensions: { code: 'GRAPHQL_VALIDATION_FAILED' },
      },
    ])
  })

  test('are told with what they were and what to do', async () => {
    const { errors } = await sendQuery(nested(24))
    expect(errors.map((error) => error.message)).toEqual([
      'The operation has 24 levels; 15 are allowed. Split it into several requests.',
    ])
  })

  test.each([
    ['levels', nested(16), 'levels'],
    ['levels within fragments', `{ ...F } fragment F on Query ${nested(16)}`, 'levels'],
    ['aliases', aliased(51), 'aliases'],
    ['directives', withDirectives(51), 'directives'],
    ['root fields', rootFields(31), 'root fields'],
    [
      'root fields within fragments',
      `{ ...F ...F } fragment F on Query { ${'sessionTypes '.repeat(16)} }`,
      'root fields',
    ],
  ])('hold for %s', async (_name, query, what) => {
    const { errors } = await sendQuery(query)
    expect(errors).toHaveLength(1)
    expect(errors[0].message).toContain(what)
    expect(errors[0].extensions.code).toBe('GRAPHQL_VALIDATION_FAILED')
  })

  test.each([
    ['levels', nested(15)],
    ['aliases', aliased(50)],
    ['directives', withDirectives(50)],
    ['root fields', rootFields(30)],
  ])('let through as many %s as are allowed', async (_name, query) => {
    expect((await sendQuery(query)).errors).toEqual([])
  })

  test('of errors: no more than five are told', async () => {
    const { errors } = await sendQuery(
      `{ ${Array.from({ length: 40 }, (_, i) => `x${i}`).join(' ')} }`,
    )
    expect(errors.length).toBeLessThanOrEqual(6)
  })

  test('are told by the server', async () => {
    const { data } = await sendQuery(
      '{ server { version maxCells maxOperations maxBins maxValues maxDepth } }',
    )
    expect(data.server).toEqual({
      version: '0.0.0-test',
      maxCells: 50_000_000,
      maxOperations: 2_000_000_000,
      maxBins: 1_000_000,
      maxValues: 1_000_000,
      maxDepth: 15,
    })
  })
})
