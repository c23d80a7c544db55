import type { QueriedServer } from './served-folder.ts'

interface SpikesResponse {
  readonly session: {
    readonly units: {
      readonly nodes: readonly {
        readonly unitId: string
        readonly spikeCount: number
        readonly spikeTimes: readonly number[]
        readonly spikeTimesData: { readonly dtype: string; readonly bytes: string }
        readonly spikeAmplitudes: readonly number[]
        readonly spikeAmplitudesData: { readonly bytes: string }
        readonly early: readonly number[]
        readonly earlyAmplitudes: readonly number[]
      }[]
    }
  }
}

/** Spikes of the units that pass the AllenSDK's filter, in every form. */
export async function receivedSpikes(served: QueriedServer, id: string) {
  const { session } = await served.data<SpikesResponse>(
    `query ($id: ID!) { session(id: $id) { units { nodes {
       unitId spikeCount spikeTimes spikeTimesData { dtype bytes } spikeAmplitudes spikeAmplitudesData { bytes }
       early: spikeTimes(start: 10, stop: 60) earlyAmplitudes: spikeAmplitudes(start: 10, stop: 60)
     } } } }`,
    { id },
  )
  return session.units.nodes
}
