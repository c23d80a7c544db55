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

const fields = {
  eye_area: 'eyeArea',
  pupil_area: 'pupilArea',
  screen_coordinates_x_cm: 'screenX',
  screen_coordinates_y_cm: 'screenY',
  screen_coordinates_spherical_x_deg: 'sphericalX',
  screen_coordinates_spherical_y_deg: 'sphericalY',
} as const

type Mapping = Record<(typeof fields)[keyof typeof fields] | 'times', number[]>

describe.each(goldenSessionIds)('gaze of session %s', (id) => {
  test('is that of screen_gaze_data.json, raw and filtered', async () => {
    const golden = goldenResult<Golden>(id, 'screen_gaze_data')
    const mapping = '{ times eyeArea pupilArea screenX screenY sphericalX sphericalY }'
    const { session } = await served.data<{
      session: { screenGaze: { raw: Mapping; filtered: Mapping } }
    }>(
      `query ($id: ID!) { session(id: $id) { screenGaze { raw ${mapping} filtered ${mapping} } } }`,
      {
        id,
      },
    )
    for (const kind of ['raw', 'filtered'] as const) {
      const gaze = session.screenGaze[kind]
      expect(gaze.times).toHaveLength(golden.n)
      expect(gaze.times.slice(0, 3)).toEqual(golden.head.map(([time]) => time))
      for (const [column, field] of Object.entries(fields)) {
        const position = golden.columns.indexOf(`${kind}_${column}`) + 1
        expect(gaze[field].slice(0, 3), `${kind}_${column}`).toEqual(
          golden.head.map((row) => row[position]),
        )
      }
    }
  })
})
