import type { NpyArray } from '../arrays/npz.ts'
import { decodeNotebook } from './notebook.ts'
import { query } from './send-query.ts'

interface EpochsResponse {
  readonly session: { readonly stimulusEpochs: readonly { readonly index: number }[] }
}

/** Indexes of the epochs that the notebook's job has windows around. */
export async function notebookEpochs(server: string, id: string): Promise<number[]> {
  const { session } = await query<EpochsResponse>(
    server,
    `query Epochs($id: ID!) {
       session(id: $id) {
         stimulusEpochs(where: { excludeStimulusNames: ["spontaneous", "invalid_presentation"] }) { index }
       }
     }`,
    { id },
  )
  return session.stimulusEpochs.map(({ index }) => index)
}

export async function firstEpoch(server: string, id: string): Promise<number> {
  return (await notebookEpochs(server, id))[0]
}

/**
 * Compare base64 matrices of the first window with the baseline's.
 *
 * @returns spikes in the window
 * @throws Error that says where they differ
 */
export function assertFirstWindow(
  response: Buffer,
  baseline: ReadonlyMap<string, NpyArray>,
): number {
  let spikes = 0
  for (const { acronym, cells } of decodeNotebook(response, 'base64')) {
    const expected = baseline.get(acronym)
    if (!expected) throw new Error(`the baseline has no area ${acronym}`)
    for (let cell = 0; cell < cells.length; cell++) {
      if (cells[cell] !== expected.data[cell]) throw new Error(`${acronym}: cell ${cell} differs`)
      spikes += cells[cell]
    }
  }
  return spikes
}
