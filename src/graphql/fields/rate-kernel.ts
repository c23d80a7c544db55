import type { RateKernel } from '../../domain/analyses/rates/rate-kernel.ts'
import type { RateKernel as RateKernelInput } from '../generated.ts'

/**
 * The kernel that the one field of the input names; graphql-js refuses any other number of them.
 */
export function toKernel({ gaussian, exponential, boxcar }: RateKernelInput): RateKernel {
  if (gaussian != null) return { kind: 'gaussian', deviation: gaussian }
  if (exponential != null) return { kind: 'exponential', timeConstant: exponential }
  return { kind: 'boxcar', width: boxcar ?? Number.NaN }
}
