import { describe, expect, test } from 'vitest'
import { goldenResult } from '../../support/golden/golden-answers.ts'
import { goldenFolder, goldenSessionIds } from '../../support/golden/golden-folder.ts'
import { SharedFolder } from '../../support/servers/served-folder.ts'

const served = new SharedFolder(`${goldenFolder}/cache`)

interface Golden {
  readonly n: number
  readonly columns: readonly string[]
  /** each row begins with its time */
  readonly head: readonly (readonly number[])[]
}

type Ellipse = Record<'centerX' | 'centerY' | 'width' | 'height' | 'phi', number[]>

describe.each(goldenSessionIds)('pupil data of session %s', (id) => {
  test('are those of pupil_data.json', async () => {
    const golden = goldenResult<Golden>(id, 'pupil_data')
    const ellipse = '{ centerX centerY width height phi }'
    const { session } = await served.data<{
      session: {
        eyeTracking: {
          sampleCount: number
          times: number[]
          cornealReflection: Ellipse
          pupil: Ellipse
          eye: Ellipse
        }
      }
    }>(
      `query ($id: ID!) { session(id: $id) {
         eyeTracking { sampleCount times cornealReflection ${ellipse} pupil ${ellipse} eye ${ellipse} }
       } }`,
      { id },
    )
    const { sampleCount, times, cornealReflection, pupil, eye } = session.eyeTracking
    expect(sampleCount).toBe(golden.n)
    expect(times.slice(0, 3)).toEqual(golden.head.map(([time]) => time))
    const ellipses = { corneal_reflection: cornealReflection, pupil, eye }
    const fields = {
      center_x: 'centerX',
      center_y: 'centerY',
      width: 'width',
      height: 'height',
      phi: 'phi',
    } as const
    for (const [part, values] of Object.entries(ellipses)) {
      for (const [column, field] of Object.entries(fields)) {
        const position = golden.columns.indexOf(`${part}_${column}`) + 1
        expect(values[field], `${part}_${column}`).toHaveLength(golden.n)
        expect(values[field].slice(0, 3), `${part}_${column}`).toEqual(
          golden.head.map((row) => row[position]),
        )
      }
    }
  })
})
