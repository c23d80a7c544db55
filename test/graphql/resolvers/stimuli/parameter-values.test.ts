import { describe, expect, test } from 'vitest'
import { execute, oneSession } from '../../execute.ts'

const units = [{ id: 1, area: 'VISp', spikes: [0.25, 1.25, 2.25] }]

const session = {
  units,
  presentations: [
    { rewarded: 1, gain: 0.8 },
    { rewarded: 0, gain: 1.6 },
    { rewarded: 1, gain: 0.8 },
  ].map((parameters, i) => ({
    stimulusName: 'cues',
    startTime: i,
    stopTime: i + 0.5,
    parameters,
  })),
}

async function startsOf(name: string, values: string, variables?: Record<string, unknown>) {
  const { catalog } = await oneSession(session)
  const { data, errors } = await execute(
    catalog,
    `query ${variables ? '($value: StimulusParameterValue!)' : ''} {
      session(id: "1") { stimulusPresentations(where: { parameters: [{ name: "${name}", values: ${values} }] }) { nodes { startTime } } }
    }`,
    variables ? { variables } : {},
  )
  const nodes: { startTime: number }[] | undefined = data?.session?.stimulusPresentations.nodes
  return { starts: nodes?.map(({ startTime }) => startTime), errors }
}

describe('values of parameters in a filter', () => {
  test.each([
    ['rewarded', '[true]', [0, 2]],
    ['rewarded', '[false]', [1]],
    ['rewarded', 'true', [0, 2]],
    ['gain', '["0.8"]', [0, 2]],
    ['gain', '["1.6", 0.8]', [0, 1, 2]],
  ])('%s %s', async (name, values, starts) => {
    expect(await startsOf(name, values)).toEqual({ starts, errors: [] })
  })

  test.each([
    [true, 'rewarded', [0, 2]],
    ['0.8', 'gain', [0, 2]],
    [1.6, 'gain', [1]],
  ])('%j in a variable', async (value, name, starts) => {
    expect(await startsOf(name, '[$value]', { value })).toEqual({ starts, errors: [] })
  })

  const refusals = [
    ['{ a: 1 }', '{a: 1}'],
    ['[{ a: 1 }]', '{a: 1}'],
    ['[[[1, 2]]]', '[[1,2]]'],
    ['[[1, "a"]]', '[1,"a"]'],
  ] as const

  test.each(refusals)('%s is refused, with what a value is', async (values, shown) => {
    const { starts, errors } = await startsOf('gain', values)
    expect(starts).toBeUndefined()
    expect(errors[0].extensions.code).toBe('GRAPHQL_VALIDATION_FAILED')
    expect(errors[0].message).toContain('is a number, a text, true or false, a list')
    expect(errors[0].message).toContain(shown)
  })

  test.each([[{ a: 1 }], [[{ a: 1 }]], [[null]]])(
    '%j in a variable is refused alike',
    async (value) => {
      const { starts, errors } = await startsOf('gain', '[$value]', { value })
      expect(starts).toBeUndefined()
      expect(errors[0].extensions.code).toBe('BAD_USER_INPUT')
      expect(errors[0].message).toContain('is a number, a text, true or false, a list')
    },
  )

  test('a value that no presentation has is refused, with those that there are', async () => {
    const { errors } = await startsOf('gain', '["high"]')
    expect(errors).toMatchObject([
      {
        message: 'No presentation has the gain "high". It holds numbers: 0.8, 1.6.',
        extensions: { code: 'INVALID_ARGUMENT' },
      },
    ])
  })
})
