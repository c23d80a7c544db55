import { beforeAll, describe, expect, test } from 'vitest'
import { sampleSessionFolder } from '../support/recordings/sample.ts'
import { SharedFolder } from '../support/servers/served-folder.ts'
import { OtherProject } from './other-project.ts'

const served = new SharedFolder(sampleSessionFolder)

let project: OtherProject
beforeAll(async () => {
  project = await OtherProject.create(served.url)
  await project.add('script')
})

describe('the example scripts', () => {
  test.each(['with-client.js', 'with-fetch.js'])('%s tells the busiest units', async (script) => {
    const printed = await project.run('node', script)
    expect(printed.trim().split('\n')).toEqual([
      'VISp: unit 810010301 with 37 spikes',
      'VISl: unit 810010436 with 38 spikes',
      'VISrl: unit 810010688 with 52 spikes',
      'VISal: unit 810010571 with 27 spikes',
      'VISpm: unit 810010238 with 104 spikes',
      'VISam: unit 810010073 with 40 spikes',
    ])
  })

  test('say what is wrong with a session that is not there', async () => {
    for (const script of ['with-client.js', 'with-fetch.js']) {
      await expect(project.run('node', script, '7')).rejects.toThrow('No session "7".')
    }
  })
})
