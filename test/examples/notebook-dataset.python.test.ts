import { describe, expect, test } from 'vitest'
import { hasXarray, runWithExamples } from '../support/python/python-example.ts'
import { sampleSessionFolder } from '../support/recordings/sample.ts'
import { SharedFolder } from '../support/servers/served-folder.ts'

const served = new SharedFolder(sampleSessionFolder)

describe('the example script for Python', () => {
  test('tells what it fetched', async () => {
    const printed = await runWithExamples('notebook_dataset.py', '810000001', served.url)
    const lines = printed.trim().split('\n')
    expect(lines.slice(0, 6)).toEqual([
      'V1: 16 epochs of (1000, 11), 38069 spikes',
      'LM: 16 epochs of (1000, 11), 20044 spikes',
      'RL: 16 epochs of (1000, 12), 42462 spikes',
      'AL: 16 epochs of (1000, 14), 24558 spikes',
      'PM: 16 epochs of (1000, 12), 35905 spikes',
      'AM: 16 epochs of (1000, 16), 37673 spikes',
    ])
    expect(lines[6]).toMatch(
      (await hasXarray())
        ? /^<xarray.DataArray 'spike_count' \(time: 1000, unit: 11\)>/
        : /^Install/,
    )
  })

  test('says what the server says of a session that is not there', async () => {
    await expect(runWithExamples('notebook_dataset.py', '7', served.url)).rejects.toThrow(
      'QueryError: No session "7".',
    )
  })
})
