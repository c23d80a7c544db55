import type { ChannelTable, SessionTables, UnitTable } from '../../domain/session/session-tables.ts'
import type { SessionStructure } from './project-tables.ts'

/** Throws the error of what only the session's file has. */
type Fail = () => never

/** Tables of a session without its file: whatever only the file has fails when it is looked at. */
export function absentTables(structure: SessionStructure, fail: Fail): SessionTables {
  const { known, metadata, probes, channels, units } = structure
  return {
    metadata,
    get probes() {
      return known.probes ? probes : fail()
    },
    channels: known.channels ? channels : unknownChannels(fail),
    units: known.units ? withoutRecorded(units, fail) : unknownUnits(fail),
    get epochs() {
      return fail()
    },
    get epochsFault() {
      return fail()
    },
    get invalidTimes() {
      return fail()
    },
    get optogeneticEpochs() {
      return fail()
    },
    get rig() {
      return fail()
    },
  }
}

function withoutRecorded(units: SessionStructure['units'], fail: Fail): UnitTable {
  return {
    ...units,
    columns: [],
    get observation() {
      return fail()
    },
    get hasSpikeAmplitudes() {
      return fail()
    },
    get waveforms() {
      return fail()
    },
  }
}

/** Areas are looked for among units and channels: those that are not known have none. */
function unknownUnits(fail: Fail): UnitTable {
  return {
    areas: [],
    get count() {
      return fail()
    },
    get ids() {
      return fail()
    },
    get channelRows() {
      return fail()
    },
    get probeRows() {
      return fail()
    },
    get areaTexts() {
      return fail()
    },
    get areaSources() {
      return fail()
    },
    get quality() {
      return fail()
    },
    get clusterId() {
      return fail()
    },
    get columns() {
      return fail()
    },
    get localIndex() {
      return fail()
    },
    get observation() {
      return fail()
    },
    get spikeCounts() {
      return fail()
    },
    get metrics() {
      return fail()
    },
    get hasSpikeAmplitudes() {
      return fail()
    },
    get waveforms() {
      return fail()
    },
  }
}

function unknownChannels(fail: Fail): ChannelTable {
  return {
    areas: null,
    valid: null,
    get count() {
      return fail()
    },
    get ids() {
      return fail()
    },
    get probeRows() {
      return fail()
    },
    get areaTexts() {
      return fail()
    },
    get localIndex() {
      return fail()
    },
    get verticalPosition() {
      return fail()
    },
    get horizontalPosition() {
      return fail()
    },
    get anteriorPosterior() {
      return fail()
    },
    get dorsalVentral() {
      return fail()
    },
    get leftRight() {
      return fail()
    },
    get filtering() {
      return fail()
    },
  }
}
