import { Correlograms, JitterCorrectedCorrelograms } from './correlograms.ts'
import { SlidingCounts, SmoothedRates } from './rates.ts'
import { IsiHistogram, IsiViolations, SpikeTrainStatistics } from './spike-trains.ts'
import { UnitCorrelations } from './unit-correlations.ts'

/** Of the types that analyses of spikes are given as. */
export const analysisResolvers = {
  Correlograms,
  IsiHistogram,
  IsiViolations,
  JitterCorrectedCorrelograms,
  SlidingCounts,
  SmoothedRates,
  SpikeTrainStatistics,
  UnitCorrelations,
}
