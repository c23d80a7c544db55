/** A query to begin with. `$session` is the id of a session, filled in where it is opened. */
export interface Example {
  readonly title: string
  readonly query: string
}

/** In the order of the menu; the first is what a newcomer sees. */
export const examples: readonly Example[] = [
  {
    title: 'The whole notebook',
    query: `# Spikes of six visual areas around each epoch:
# a matrix of 1000 bins x units for each of them.
# href is where to download it as .npy; add counts,
# data or sparse to get it in the response.
query Notebook($session: ID!) {
  session(id: $session) {
    stimulusEpochs(
      where: { excludeStimulusNames: ["spontaneous", "invalid_presentation"] }
    ) {
      index
      stimulusName
      startTime
      binnedActivity(
        areas: ["V1", "LM", "RL", "AL", "PM", "AM"]
        before: 10
        after: 90
        binSize: 0.1
      ) {
        area {
          acronym
          alias
        }
        shape
        href
      }
    }
  }
}
`,
  },
  {
    title: 'Sessions with six visual areas',
    query: `query Sessions {
  sessions(
    where: { areas: ["V1", "LM", "RL", "AL", "PM", "AM"] }
  ) {
    totalCount
    nodes {
      id
      sessionType
      unitCount
      passingUnitCount
      recordedAreas
    }
  }
}
`,
  },
  {
    title: 'One session',
    query: `query Session($session: ID!) {
  session(id: $session) {
    sessionType
    startTime
    subject {
      species
      sex
      age
      genotype
    }
    areas {
      acronym
      alias
      unitCount
    }
    stimulusEpochs {
      index
      stimulusName
      startTime
      duration
      presentationCount
    }
  }
}
`,
  },
  {
    title: 'Counts in a window',
    query: `# Any window of the session. An empty list
# of areas gives one matrix of all units.
query Counts($session: ID!) {
  session(id: $session) {
    binnedActivity(start: 90, stop: 91, binSize: 0.25, areas: []) {
      unitIds
      shape
      counts
      populationRate
    }
  }
}
`,
  },
  {
    title: 'Filter units',
    query: `# null switches a limit off; the others
# are the AllenSDK's.
query Units($session: ID!) {
  session(id: $session) {
    units(
      where: { isiViolationsMax: 0.1, presenceRatioMin: null, firingRateMin: 5 }
      orderBy: [{ by: FIRING_RATE, direction: DESC }]
      first: 20
    ) {
      totalCount
      nodes {
        unitId
        area
        firingRate
        snr
        isiViolations
        presenceRatio
        waveform {
          duration
          amplitude
        }
      }
    }
  }
}
`,
  },
  {
    title: 'Responses by condition',
    query: `# Mean rate of each unit in the two seconds from
# the start of a presentation, for each stimulus.
query Responses($session: ID!) {
  session(id: $session) {
    alignedActivity(
      presentations: { excludeStimulusNames: ["spontaneous", "invalid_presentation"] }
      before: 0
      after: 2
      binSize: 2
    ) {
      unitIds
      groups(by: STIMULUS) {
        stimulusName
        presentationCount
        mean(unit: HZ)
      }
    }
  }
}
`,
  },
  {
    title: 'Running speed',
    query: `# Reduced to what a plot can show; null
# if the file has none.
query Running($session: ID!) {
  session(id: $session) {
    runningSpeed(maxPoints: 200) {
      sampleCount
      samplesPerGroup
      startTimes
      velocity
    }
  }
}
`,
  },
  {
    title: 'What is served here',
    query: `query Catalog {
  server {
    version
    maxCells
  }
  sessionTypes
  areas {
    acronym
    alias
    sessionCount
    passingUnitCount
  }
  refusedFiles {
    fileName
    message
  }
}
`,
  },
]

/** Variables of an example, as GraphiQL's editor has them; empty where it needs none. */
export function exampleVariables({ query }: Example, sessionId: string): string {
  return query.includes('$session') ? JSON.stringify({ session: sessionId }, null, 2) : ''
}
