import type { SignalReference } from '../domain/signals/signal-source.ts'
import type { AddressEntry, AddressField } from './address-field.ts'
import { parseNumber } from './address-fields.ts'
import { readSignal, writeSignal } from './signal-field.ts'

interface Axis {
  readonly signal: SignalReference
  readonly edges: readonly number[]
}

/** Signals and the edges of their bins: `axis1=runningSpeed&axis1.edges=0,1,10&axis2=…`. */
export const tuningAxesField: AddressField<readonly Axis[]> = {
  *write(axes): Generator<AddressEntry> {
    for (const [i, { signal, edges }] of axes.entries()) {
      yield [`axis${i + 1}`, writeSignal(signal)]
      yield [`axis${i + 1}.edges`, edges.map(String)]
    }
  },
  read(fields) {
    const axes: Axis[] = []
    for (let number = 1; fields.names().includes(`axis${number}`); number++) {
      const name = `axis${number}`
      const signal = readSignal(fields.text(name) ?? '', name)
      const edges = fields.list(`${name}.edges`) ?? []
      axes.push({ signal, edges: edges.map((edge) => parseNumber(`${name}.edges`, edge)) })
    }
    return axes
  },
}
