import { describe, expect, test } from 'vitest'
import { goldenResult } from '../../support/golden/golden-answers.ts'
import { goldenFolder, goldenSessionIds } from '../../support/golden/golden-folder.ts'
import { plainValue } from '../../support/golden/golden-parameters.ts'
import { SharedFolder } from '../../support/servers/served-folder.ts'

const served = new SharedFolder(`${goldenFolder}/cache`)

describe.each(goldenSessionIds)('parameter values of the stimuli of session %s', (id) => {
  const golden = goldenResult<Record<string, Record<string, unknown[]>>>(
    id,
    'stimulus_parameter_values',
  )

  test.each(Object.keys(golden))(
    'are those of stimulus_parameter_values.json: %s',
    async (name) => {
      const { session } = await served.data<{
        session: { stimulusParameterValues: { name: string; values: unknown[] }[] }
      }>(
        `query ($id: ID!, $name: String!) { session(id: $id) {
         stimulusParameterValues(where: { stimulusNames: [$name] }) { name values }
       } }`,
        { id, name },
      )
      const given = Object.fromEntries(
        session.stimulusParameterValues.map((parameter) => [parameter.name, parameter.values]),
      )
      const expected = Object.fromEntries(
        Object.entries(golden[name] ?? {}).map(([parameter, values]) => [
          parameter,
          values.map(plainValue),
        ]),
      )
      expect(given).toEqual(expected)
    },
  )
})
