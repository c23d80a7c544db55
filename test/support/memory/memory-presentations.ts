import type { InvalidTime, StimulusEpoch } from '../../../src/domain/session/session-tables.ts'
import { CodedColumnBuilder } from '../../../src/domain/stimuli/coded-column.ts'
import { conditionsOf, type StimulusConditions } from '../../../src/domain/stimuli/conditions.ts'
import { cutEpochs } from '../../../src/domain/stimuli/epochs.ts'
import {
  listPresentations,
  type PresentationList,
  type PresentationRows,
} from '../../../src/domain/stimuli/presentations.ts'
import {
  type ParameterTable,
  type ParameterValue,
  parameterKey,
} from '../../../src/domain/stimuli/stimulus-parameters.ts'

export interface MemoryPresentation {
  readonly stimulusName: string
  readonly startTime: number
  readonly stopTime: number
  readonly block?: number | null
  readonly parameters?: Readonly<Record<string, ParameterValue>>
}

/** The epochs that presentations make. */
export function epochsOf(
  presentations: readonly MemoryPresentation[],
  invalidTimes: readonly InvalidTime[],
): StimulusEpoch[] {
  return cutEpochs(toSource(presentations), invalidTimes)
}

function toSource(presentations: readonly MemoryPresentation[]) {
  return {
    table: 'memory_presentations',
    startTimes: Float64Array.from(presentations, ({ startTime }) => startTime),
    stopTimes: Float64Array.from(presentations, ({ stopTime }) => stopTime),
    stimulusNames: presentations.map(({ stimulusName }) => stimulusName),
    blocks: Float64Array.from(presentations, ({ block }) => block ?? Number.NaN),
  }
}

/** Presentations in memory: all of one table, in the order given. */
export class MemoryPresentations {
  readonly list: PresentationList
  readonly #presentations: readonly MemoryPresentation[]

  constructor(
    presentations: readonly MemoryPresentation[],
    invalidTimes: readonly InvalidTime[] = [],
  ) {
    this.#presentations = presentations
    this.list = listPresentations([toSource(presentations)], invalidTimes)
  }

  conditions(): StimulusConditions {
    return conditionsOf(this.list, this.parameters(this.list), [true])
  }

  parameters({ tableRows }: PresentationRows): ParameterTable {
    const rows = Array.from(tableRows, (row) => this.#presentations[row]?.parameters ?? {})
    const names = [...new Set(rows.flatMap((parameters) => Object.keys(parameters)))].sort()
    const columns = names.map((name) => {
      const builder = new CodedColumnBuilder<ParameterValue>(rows.length)
      for (const [position, { [name]: value }] of rows.entries()) {
        if (value !== undefined) builder.set(position, value, parameterKey(value))
      }
      return { name, ...builder.finish() }
    })
    return { count: rows.length, columns }
  }
}
