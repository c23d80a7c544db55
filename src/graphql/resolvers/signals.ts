import { windowsShape } from '../../domain/signals/signal-windows.ts'
import { signalValues, unitOfValues } from '../../request/signals/signals-in-windows.ts'
import { encodeArray } from '../fields/encode-array.ts'
import { fileFormatOf } from '../fields/file-formats.ts'
import type { AlignedSignalResolvers, BinnedSignalResolvers } from '../generated.ts'

export const AlignedSignal: AlignedSignalResolvers = {
  unit: (signal, _args, context) => unitOfValues(signal, context),
  shape: ({ windows }) => windowsShape(windows),
  values: (signal, _args, context) => signalValues(signal, context),

  async data(signal, _args, context) {
    const { data, shape } = await signalValues(signal, context)
    return encodeArray(data, shape)
  },

  href: ({ addressIn }, { format }) => addressIn(fileFormatOf[format]),
}

export const BinnedSignal: BinnedSignalResolvers = {
  unit: (signal, _args, context) => unitOfValues(signal, context),
  values: async (signal, _args, context) => (await signalValues(signal, context)).data,
  data: async (signal, _args, context) => encodeArray((await signalValues(signal, context)).data),
  href: ({ addressIn }, { format }) => addressIn(fileFormatOf[format]),
}
