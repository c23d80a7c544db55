import { textsField } from '../../addresses/address-field.ts'
import { unitFilterField } from '../../addresses/unit-filter-field.ts'
import { openSpanField } from '../../addresses/window-fields.ts'
import { ascending } from '../../domain/numeric/compare-numbers.ts'
import { InvalidArgumentError } from '../../errors.ts'
import { amount } from '../../formats/amounts.ts'
import { downloadName } from '../download-name.ts'
import { noUnits } from '../emptiness.ts'
import { ExportKind, type ExportSource } from '../export-kind.ts'
import { type NwbSubsetRequest, type SelectedIntervals, selectIntervals } from './nwb-selection.ts'

/** The spikes of a file are held in memory, 8 bytes each. */
const MOST_SPIKES = 25_000_000

/** Cells of all tables of intervals together, which are held as text, too. */
const MOST_CELLS = 10_000_000

/** Units read at a time: some megabytes each. */
const UNITS_AT_A_TIME = 16

/**
 * Part of a session as an NWB file of its own: identifiers, subject, probes and channels, some
 * units with their columns and spikes, and tables of intervals. It has no address, as it is written
 * by libhdf5, which in a server runs in threads of its own.
 */
export const nwbSubsetExport = new ExportKind<NwbSubsetRequest>({
  name: 'nwb',
  formats: ['nwb'],
  fields: { units: unitFilterField, span: openSpanField, tables: textsField },
  async plan(request, source) {
    const { session, tables, selections } = source
    const rows = Array.from(selections.rows(tables, request.units)).sort(ascending)
    const intervals = await selectIntervals(request, source)
    assertSmall(rows, intervals, source)
    let spikeCount = 0
    return {
      downloadName: downloadName(session.id, 'subset'),
      emptiness: rows.length === 0 ? noUnits(tables) : null,
      summary: () => [
        `${amount(rows.length, 'unit')} with ${amount(spikeCount, 'spike')}, ${amount(intervals.length, 'table')} of intervals`,
        `Left out: ${leftOut(request)}`,
      ],
      async encode(_format, { onProgress }) {
        const spikes: Float64Array[] = []
        const read = await source.loaders.readOptions(session)
        for (let from = 0; from < rows.length; from += UNITS_AT_A_TIME) {
          const some = rows.slice(from, from + UNITS_AT_A_TIME)
          const requests = some.map((unitRow) => ({ unitRow, span: request.span }))
          spikes.push(...(await session.reader.read('spikeTimes', requests, read)))
          onProgress(from + some.length, rows.length)
        }
        spikeCount = spikes.reduce((sum, { length }) => sum + length, 0)
        const { subsetFile } = await import('./subset-file.ts')
        return {
          parts: await subsetFile(
            { rows, spikes, intervals, notes: notesOf(request, source) },
            source,
          ),
        }
      },
    }
  },
})

/** @throws InvalidArgumentError */
function assertSmall(
  rows: readonly number[],
  intervals: readonly SelectedIntervals[],
  { tables }: ExportSource,
): void {
  const spikes = rows.reduce((sum, row) => sum + tables.units.spikeCounts[row], 0)
  if (spikes > MOST_SPIKES) {
    throw new InvalidArgumentError(
      `The units have ${spikes} spikes in the whole session; an NWB subset, which is built in memory, may be of units with at most ${MOST_SPIKES}. Select fewer units.`,
    )
  }
  const cells = intervals.reduce(
    (sum, { table, rows: { length } }) => sum + length * table.columns.length,
    0,
  )
  if (cells > MOST_CELLS) {
    throw new InvalidArgumentError(
      `The tables of intervals have ${cells} cells; an NWB subset may have at most ${MOST_CELLS}. Select fewer tables, or a shorter time.`,
    )
  }
}

/** What a subset never has, and what this one does not have either. */
function leftOut({ span, tables }: NwbSubsetRequest): string {
  const isWhole = span.startTime === -Infinity && span.stopTime === Infinity
  return [
    'other units, spike amplitudes, mean waveforms, time series (running, eye tracking, stimuli, LFP), processing modules, optogenetic stimulation, references to time series in tables of intervals',
    ...(isWhole ? [] : ['spikes outside of the window, and intervals that do not reach into it']),
    ...(tables ? ['other tables of intervals'] : []),
  ].join('; ')
}

function notesOf(request: NwbSubsetRequest, { tables }: ExportSource): string {
  const notes = `Part of another NWB file, written by SpikeQL. Left out: ${leftOut(request)}.`
  if (tables.metadata.startTime !== null) return notes
  return `${notes} The other file gives no start of the session; 1970 stands in for it.`
}
