import { type AddressField, numberField } from '../../addresses/address-field.ts'
import { kernelField } from '../../addresses/kernel-field.ts'
import { InvalidArgumentError } from '../../errors.ts'
import {
  type PeakRequest,
  responsePeaks as peaksOf,
} from '../../request/activity/response-peaks.ts'
import { nameOfUnit, unitField } from './activity-statistics.ts'
import { groupColumnExports } from './group-columns.ts'

const fromField = numberField(0)

/** `from` and `until`, the ends of the baseline, the kernel, and the unit. */
const peakField: AddressField<PeakRequest> = {
  *write({ from, until, baseline, kernel, unit }) {
    yield* fromField.write(from, 'from')
    yield ['until', until ?? undefined]
    yield ['baselineFrom', baseline?.from]
    yield ['baselineTo', baseline?.to]
    if (kernel) yield* kernelField.write(kernel, 'kernel')
    yield* unitField.write(unit, 'unit')
  },
  read(fields) {
    const [baseFrom, baseTo] = [fields.number('baselineFrom'), fields.number('baselineTo')]
    if ((baseFrom === undefined) !== (baseTo === undefined)) {
      throw new InvalidArgumentError(
        'The address has only one of baselineFrom and baselineTo; give both.',
      )
    }
    return {
      from: fromField.read(fields, 'from'),
      until: fields.number('until') ?? null,
      baseline:
        baseFrom === undefined || baseTo === undefined ? null : { from: baseFrom, to: baseTo },
      kernel: fields.names().includes('kernel') ? kernelField.read(fields, 'kernel') : null,
      unit: unitField.read(fields, 'unit'),
    }
  },
}

/** When and how much units respond, over groups. */
export const responsePeaks = groupColumnExports<PeakRequest>({
  name: 'response-peaks',
  options: peakField,
  async columnsOf(group, request, source) {
    const { peaks, timesToPeak, halfRiseTimes } = await peaksOf(group, request, source)
    return [
      { name: 'peaks', ...(request.unit === 'HZ' ? { unit: 'Hz' } : {}), data: peaks },
      { name: 'times_to_peak', unit: 's', data: timesToPeak },
      { name: 'half_rise_times', unit: 's', data: halfRiseTimes },
    ]
  },
  attributesOf: ({ from, until, unit }) => ({ from, until, unit: nameOfUnit(unit) }),
})
