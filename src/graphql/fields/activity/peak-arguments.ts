import type { PeakRequest } from '../../../request/activity/response-peaks.ts'
import type { ActivityUnit, BaselineWindow, RateKernel } from '../../generated.ts'
import { toKernel } from '../rate-kernel.ts'

interface PeakArguments {
  readonly from: number
  readonly until?: number | null
  readonly baseline?: BaselineWindow | null
  readonly kernel?: RateKernel | null
  readonly unit: ActivityUnit
}

export function toPeakRequest({ from, until, baseline, kernel, unit }: PeakArguments): PeakRequest {
  return {
    from,
    until: until ?? null,
    baseline: baseline ?? null,
    kernel: kernel ? toKernel(kernel) : null,
    unit,
  }
}
