import { excludedStimuli } from '../domain/defaults.ts'
import { canonicalEpochFilter, type EpochFilter } from '../domain/stimuli/epochs.ts'
import type { AddressField } from './address-field.ts'
import { parseNumber } from './address-fields.ts'

const defaultExclusions: readonly string[] = [...excludedStimuli].sort()

/** Which epochs a dataset has. */
export const epochFilterField: AddressField<EpochFilter> = {
  *write({ indexes, stimulusNames, excludeStimulusNames, minDuration }) {
    const excluded = excludeStimulusNames ?? []
    yield ['epochs', indexes?.map(String)]
    yield ['stimulusNames', stimulusNames ?? undefined]
    yield [
      'excludeStimulusNames',
      excluded.join('\n') === defaultExclusions.join('\n') ? undefined : excluded,
    ]
    yield ['minDuration', minDuration ?? undefined]
  },
  read: (fields) => ({
    indexes: fields.list('epochs')?.map((index) => parseNumber('epochs', index)) ?? null,
    stimulusNames: fields.list('stimulusNames') ?? null,
    excludeStimulusNames: fields.list('excludeStimulusNames') ?? defaultExclusions,
    minDuration: fields.number('minDuration') ?? null,
  }),
  canonical: canonicalEpochFilter,
}
