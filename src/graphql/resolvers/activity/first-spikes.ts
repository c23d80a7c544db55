import { presentationCount } from '../../../domain/alignment/alignment.ts'
import { latenciesOf } from '../../../request/activity/first-spikes.ts'
import { encodeArray } from '../../fields/encode-array.ts'
import { fileFormatOf } from '../../fields/file-formats.ts'
import type { FirstSpikesResolvers } from '../../generated.ts'

export const FirstSpikes: FirstSpikesResolvers = {
  shape: ({ activity: { alignment, unitRows } }) => [presentationCount(alignment), unitRows.length],

  latencies: (firstSpikes, _args, context) => latenciesOf(firstSpikes, context),

  async data(firstSpikes, _args, context) {
    const { data, shape } = await latenciesOf(firstSpikes, context)
    return encodeArray(data, shape)
  },

  href: ({ addressIn }, { format }) => addressIn(fileFormatOf[format]),
}
