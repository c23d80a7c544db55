import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { decodeNpy } from '../../../src/formats/numpy/npy.ts'
import { goldenFolder, goldenSessionIds } from '../../support/golden/golden-folder.ts'
import { SharedFolder } from '../../support/servers/served-folder.ts'
import { unzip } from '../../support/unzip.ts'

const served = new SharedFolder(`${goldenFolder}/cache`)

function goldenArrays(id: string): Record<string, { shape: readonly number[]; data: number[] }> {
  const entries = unzip(readFileSync(`${goldenFolder}/expected/${id}/presentationwise.npz`))
  return Object.fromEntries(
    entries.map(({ name, content }) => {
      const { shape, data } = decodeNpy(content)
      return [name.replace('.npy', ''), { shape, data: Array.from(data, Number) }]
    }),
  )
}

interface ResponseData {
  readonly session: {
    readonly alignedActivity: {
      readonly presentationIds: readonly string[]
      readonly unitIds: readonly string[]
      readonly shape: readonly number[]
      readonly binCentres: readonly number[]
      readonly counts: number[][][]
      readonly data: { readonly dtype: 'uint8'; readonly shape: number[]; readonly bytes: string }
    }
  }
}

async function aligned(id: string, ids: readonly number[], edges: readonly number[]) {
  const { session } = await served.data<ResponseData>(
    `query ($id: ID!, $ids: [ID!], $edges: [Float!]) { session(id: $id) {
       alignedActivity(presentations: { ids: $ids }, edges: $edges, edgeRule: ALLENSDK) {
         presentationIds unitIds shape binCentres counts data { dtype shape bytes }
       }
     } }`,
    { id, ids: ids.map(String), edges },
  )
  return session.alignedActivity
}

describe.each(goldenSessionIds)('presentationwise.npz of session %s', (id) => {
  const golden = goldenArrays(id)
  const values = (name: string) => golden[name]?.data ?? []

  test('has the counts of edgeRule ALLENSDK, in JSON and in bytes', async () => {
    const activity = await aligned(id, values('presentation_ids'), values('bin_edges'))
    expect(activity.presentationIds.map(Number)).toEqual(values('presentation_ids'))
    expect(activity.unitIds.map(Number)).toEqual(values('unit_ids'))
    expect(activity.binCentres).toEqual(values('time'))
    expect(activity.shape).toEqual(golden.counts?.shape)
    expect(activity.counts.flat(2)).toEqual(values('counts'))
    expect(activity.data).toMatchObject({ dtype: 'uint8', shape: activity.shape })
    expect([...Buffer.from(activity.data.bytes, 'base64')]).toEqual(values('counts'))
  })

  test('has the binarized counts: those above 0', async () => {
    const { counts, shape } = await aligned(
      id,
      values('presentation_ids'),
      values('binarized_edges'),
    )
    expect(shape).toEqual(golden.binarized?.shape)
    expect(counts.flat(2).map((count) => Number(count > 0))).toEqual(values('binarized'))
  })
})
