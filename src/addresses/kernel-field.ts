import type { RateKernel } from '../domain/analyses/rates/rate-kernel.ts'
import { InvalidArgumentError } from '../errors.ts'
import type { AddressField } from './address-field.ts'
import { parseNumber } from './address-fields.ts'

/** `gaussian:0.025`: a kind of kernel, and its length in seconds. */
export const kernelField: AddressField<RateKernel> = {
  write: (kernel, name) => [[name, `${kernel.kind}:${lengthOf(kernel)}`]],
  read: (fields, name) => readKernel(name, fields.text(name) ?? ''),
}

/** @throws InvalidArgumentError */
export function readKernel(name: string, written: string): RateKernel {
  const [kind, text = ''] = written.split(':')
  switch (kind) {
    case 'gaussian':
      return { kind, deviation: parseNumber(name, text) }
    case 'exponential':
      return { kind, timeConstant: parseNumber(name, text) }
    case 'boxcar':
      return { kind, width: parseNumber(name, text) }
    default:
      throw new InvalidArgumentError(
        `${name} is "${written.slice(0, 100)}"; it must be gaussian, exponential or boxcar and a length in seconds, such as gaussian:0.025.`,
      )
  }
}

function lengthOf(kernel: RateKernel): number {
  switch (kernel.kind) {
    case 'gaussian':
      return kernel.deviation
    case 'exponential':
      return kernel.timeConstant
    case 'boxcar':
      return kernel.width
  }
}
