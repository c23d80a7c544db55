/* eslint-disable */
import * as types from './graphql';



/**
 * Map of all GraphQL operations in the project.
 *
 * This map has several performance disadvantages:
 * 1. It is not tree-shakeable, so it will include all operations in the project.
 * 2. It is not minifiable, so the string of a GraphQL query will be multiple times inside the bundle.
 * 3. It does not support dead code elimination, so it will add unused operations.
 *
 * Therefore it is highly recommended to use the babel or swc plugin for production.
 * Learn more about it here: https://the-guild.dev/graphql/codegen/plugins/presets/preset-client#reducing-bundle-size
 */
type Documents = {
    "query ActivityChoices($session: ID!, $units: UnitFilter!) {\n  session(id: $session) {\n    id\n    available\n    unitCount\n    areas(units: $units) {\n      acronym\n      alias\n      name\n      unitCount\n    }\n    stimulusEpochs {\n      index\n      stimulusName\n      startTime\n      duration\n    }\n  }\n}": typeof types.ActivityChoicesDocument,
    "fragment ActivityMatrix on BinnedActivity {\n  area {\n    acronym\n    alias\n    name\n  }\n  units {\n    id\n    channel {\n      verticalPosition\n    }\n    probe {\n      name\n    }\n  }\n  start\n  binSize\n  shape\n  coverage\n  touchesInvalidTime\n  href\n  npz: href(format: NPZ)\n  csv: href(format: CSV)\n}": typeof types.ActivityMatrixFragmentDoc,
    "query EpochActivity($session: ID!, $epoch: Int!, $areas: [String!]!, $units: UnitFilter!, $before: Float!, $after: Float, $binSize: Float!) {\n  session(id: $session) {\n    stimulusEpoch(index: $epoch) {\n      stimulusName\n      startTime\n      binnedActivity(\n        areas: $areas\n        units: $units\n        before: $before\n        after: $after\n        binSize: $binSize\n      ) {\n        ...ActivityMatrix\n      }\n      running: binnedActivity(\n        areas: []\n        before: $before\n        after: $after\n        binSize: $binSize\n      ) {\n        runningSpeed\n      }\n    }\n  }\n}": typeof types.EpochActivityDocument,
    "query RecordedSpan($session: ID!) {\n  session(id: $session) {\n    recordedSpan {\n      startTime\n      stopTime\n    }\n  }\n}": typeof types.RecordedSpanDocument,
    "query WindowActivity($session: ID!, $areas: [String!]!, $units: UnitFilter!, $start: Float!, $stop: Float!, $binSize: Float!) {\n  session(id: $session) {\n    binnedActivity(\n      areas: $areas\n      units: $units\n      start: $start\n      stop: $stop\n      binSize: $binSize\n    ) {\n      ...ActivityMatrix\n    }\n    running: binnedActivity(\n      areas: []\n      start: $start\n      stop: $stop\n      binSize: $binSize\n    ) {\n      runningSpeed\n    }\n  }\n}": typeof types.WindowActivityDocument,
    "query PassingAreas($id: ID!, $units: UnitFilter!) {\n  session(id: $id) {\n    units(where: $units, first: 1) {\n      totalCount\n    }\n    areas(units: $units) {\n      acronym\n      unitCount\n    }\n  }\n}": typeof types.PassingAreasDocument,
    "query Session($id: ID!) {\n  session(id: $id) {\n    id\n    available\n    sessionType\n    startTime\n    description\n    institution\n    lab\n    experimenters\n    nwbVersion\n    fileName\n    fileSize\n    unitCount\n    passingUnitCount\n    channelCount\n    validChannelCount\n    subject {\n      id\n      specimenName\n      species\n      sex\n      genotype\n      strain\n      age\n      ageInDays\n    }\n    probes {\n      id\n      name\n      location\n      samplingRate\n      hasLfpData\n      channelCount\n    }\n  }\n}": typeof types.SessionDocument,
    "query StimulusSchedule($id: ID!) {\n  session(id: $id) {\n    stimulusEpochs {\n      index\n      stimulusName\n      startTime\n      stopTime\n      duration\n      presentationCount\n      touchesInvalidTime\n    }\n    invalidTimes {\n      startTime\n      stopTime\n      tags\n    }\n    recordedSpan {\n      startTime\n      stopTime\n    }\n  }\n}": typeof types.StimulusScheduleDocument,
    "query StoredAreas($id: ID!) {\n  session(id: $id) {\n    unitCount\n    areas(\n      units: {amplitudeCutoffMax: null, presenceRatioMin: null, isiViolationsMax: null, requireMetrics: false, validOnly: false, inBrainOnly: false}\n    ) {\n      acronym\n      alias\n      name\n      unitCount\n    }\n  }\n}": typeof types.StoredAreasDocument,
    "query Catalog {\n  all: sessions(first: 1) {\n    totalCount\n  }\n  absent: sessions(where: {available: false}, first: 1) {\n    totalCount\n  }\n  sessionTypes\n  areas {\n    acronym\n    alias\n    name\n    sessionCount\n    unitCount\n    passingUnitCount\n  }\n  refusedFiles {\n    fileName\n    code\n    message\n  }\n}": typeof types.CatalogDocument,
    "query SessionCount($where: SessionFilter) {\n  sessions(where: $where, first: 1) {\n    totalCount\n  }\n}": typeof types.SessionCountDocument,
    "query Sessions($where: SessionFilter, $after: String) {\n  sessions(where: $where, first: 100, after: $after) {\n    pageInfo {\n      hasNextPage\n      endCursor\n    }\n    nodes {\n      id\n      available\n      sessionType\n      startTime\n      unitCount\n      passingUnitCount\n      probeCount\n      recordedAreas\n      subject {\n        species\n        sex\n        genotype\n        ageInDays\n      }\n    }\n  }\n}": typeof types.SessionsDocument,
};
const documents: Documents = {
    "query ActivityChoices($session: ID!, $units: UnitFilter!) {\n  session(id: $session) {\n    id\n    available\n    unitCount\n    areas(units: $units) {\n      acronym\n      alias\n      name\n      unitCount\n    }\n    stimulusEpochs {\n      index\n      stimulusName\n      startTime\n      duration\n    }\n  }\n}": types.ActivityChoicesDocument,
    "fragment ActivityMatrix on BinnedActivity {\n  area {\n    acronym\n    alias\n    name\n  }\n  units {\n    id\n    channel {\n      verticalPosition\n    }\n    probe {\n      name\n    }\n  }\n  start\n  binSize\n  shape\n  coverage\n  touchesInvalidTime\n  href\n  npz: href(format: NPZ)\n  csv: href(format: CSV)\n}": types.ActivityMatrixFragmentDoc,
    "query EpochActivity($session: ID!, $epoch: Int!, $areas: [String!]!, $units: UnitFilter!, $before: Float!, $after: Float, $binSize: Float!) {\n  session(id: $session) {\n    stimulusEpoch(index: $epoch) {\n      stimulusName\n      startTime\n      binnedActivity(\n        areas: $areas\n        units: $units\n        before: $before\n        after: $after\n        binSize: $binSize\n      ) {\n        ...ActivityMatrix\n      }\n      running: binnedActivity(\n        areas: []\n        before: $before\n        after: $after\n        binSize: $binSize\n      ) {\n        runningSpeed\n      }\n    }\n  }\n}": types.EpochActivityDocument,
    "query RecordedSpan($session: ID!) {\n  session(id: $session) {\n    recordedSpan {\n      startTime\n      stopTime\n    }\n  }\n}": types.RecordedSpanDocument,
    "query WindowActivity($session: ID!, $areas: [String!]!, $units: UnitFilter!, $start: Float!, $stop: Float!, $binSize: Float!) {\n  session(id: $session) {\n    binnedActivity(\n      areas: $areas\n      units: $units\n      start: $start\n      stop: $stop\n      binSize: $binSize\n    ) {\n      ...ActivityMatrix\n    }\n    running: binnedActivity(\n      areas: []\n      start: $start\n      stop: $stop\n      binSize: $binSize\n    ) {\n      runningSpeed\n    }\n  }\n}": types.WindowActivityDocument,
    "query PassingAreas($id: ID!, $units: UnitFilter!) {\n  session(id: $id) {\n    units(where: $units, first: 1) {\n      totalCount\n    }\n    areas(units: $units) {\n      acronym\n      unitCount\n    }\n  }\n}": types.PassingAreasDocument,
    "query Session($id: ID!) {\n  session(id: $id) {\n    id\n    available\n    sessionType\n    startTime\n    description\n    institution\n    lab\n    experimenters\n    nwbVersion\n    fileName\n    fileSize\n    unitCount\n    passingUnitCount\n    channelCount\n    validChannelCount\n    subject {\n      id\n      specimenName\n      species\n      sex\n      genotype\n      strain\n      age\n      ageInDays\n    }\n    probes {\n      id\n      name\n      location\n      samplingRate\n      hasLfpData\n      channelCount\n    }\n  }\n}": types.SessionDocument,
    "query StimulusSchedule($id: ID!) {\n  session(id: $id) {\n    stimulusEpochs {\n      index\n      stimulusName\n      startTime\n      stopTime\n      duration\n      presentationCount\n      touchesInvalidTime\n    }\n    invalidTimes {\n      startTime\n      stopTime\n      tags\n    }\n    recordedSpan {\n      startTime\n      stopTime\n    }\n  }\n}": types.StimulusScheduleDocument,
    "query StoredAreas($id: ID!) {\n  session(id: $id) {\n    unitCount\n    areas(\n      units: {amplitudeCutoffMax: null, presenceRatioMin: null, isiViolationsMax: null, requireMetrics: false, validOnly: false, inBrainOnly: false}\n    ) {\n      acronym\n      alias\n      name\n      unitCount\n    }\n  }\n}": types.StoredAreasDocument,
    "query Catalog {\n  all: sessions(first: 1) {\n    totalCount\n  }\n  absent: sessions(where: {available: false}, first: 1) {\n    totalCount\n  }\n  sessionTypes\n  areas {\n    acronym\n    alias\n    name\n    sessionCount\n    unitCount\n    passingUnitCount\n  }\n  refusedFiles {\n    fileName\n    code\n    message\n  }\n}": types.CatalogDocument,
    "query SessionCount($where: SessionFilter) {\n  sessions(where: $where, first: 1) {\n    totalCount\n  }\n}": types.SessionCountDocument,
    "query Sessions($where: SessionFilter, $after: String) {\n  sessions(where: $where, first: 100, after: $after) {\n    pageInfo {\n      hasNextPage\n      endCursor\n    }\n    nodes {\n      id\n      available\n      sessionType\n      startTime\n      unitCount\n      passingUnitCount\n      probeCount\n      recordedAreas\n      subject {\n        species\n        sex\n        genotype\n        ageInDays\n      }\n    }\n  }\n}": types.SessionsDocument,
};

/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "query ActivityChoices($session: ID!, $units: UnitFilter!) {\n  session(id: $session) {\n    id\n    available\n    unitCount\n    areas(units: $units) {\n      acronym\n      alias\n      name\n      unitCount\n    }\n    stimulusEpochs {\n      index\n      stimulusName\n      startTime\n      duration\n    }\n  }\n}"): typeof import('./graphql').ActivityChoicesDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "fragment ActivityMatrix on BinnedActivity {\n  area {\n    acronym\n    alias\n    name\n  }\n  units {\n    id\n    channel {\n      verticalPosition\n    }\n    probe {\n      name\n    }\n  }\n  start\n  binSize\n  shape\n  coverage\n  touchesInvalidTime\n  href\n  npz: href(format: NPZ)\n  csv: href(format: CSV)\n}"): typeof import('./graphql').ActivityMatrixFragmentDoc;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "query EpochActivity($session: ID!, $epoch: Int!, $areas: [String!]!, $units: UnitFilter!, $before: Float!, $after: Float, $binSize: Float!) {\n  session(id: $session) {\n    stimulusEpoch(index: $epoch) {\n      stimulusName\n      startTime\n      binnedActivity(\n        areas: $areas\n        units: $units\n        before: $before\n        after: $after\n        binSize: $binSize\n      ) {\n        ...ActivityMatrix\n      }\n      running: binnedActivity(\n        areas: []\n        before: $before\n        after: $after\n        binSize: $binSize\n      ) {\n        runningSpeed\n      }\n    }\n  }\n}"): typeof import('./graphql').EpochActivityDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "query RecordedSpan($session: ID!) {\n  session(id: $session) {\n    recordedSpan {\n      startTime\n      stopTime\n    }\n  }\n}"): typeof import('./graphql').RecordedSpanDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "query WindowActivity($session: ID!, $areas: [String!]!, $units: UnitFilter!, $start: Float!, $stop: Float!, $binSize: Float!) {\n  session(id: $session) {\n    binnedActivity(\n      areas: $areas\n      units: $units\n      start: $start\n      stop: $stop\n      binSize: $binSize\n    ) {\n      ...ActivityMatrix\n    }\n    running: binnedActivity(\n      areas: []\n      start: $start\n      stop: $stop\n      binSize: $binSize\n    ) {\n      runningSpeed\n    }\n  }\n}"): typeof import('./graphql').WindowActivityDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "query PassingAreas($id: ID!, $units: UnitFilter!) {\n  session(id: $id) {\n    units(where: $units, first: 1) {\n      totalCount\n    }\n    areas(units: $units) {\n      acronym\n      unitCount\n    }\n  }\n}"): typeof import('./graphql').PassingAreasDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "query Session($id: ID!) {\n  session(id: $id) {\n    id\n    available\n    sessionType\n    startTime\n    description\n    institution\n    lab\n    experimenters\n    nwbVersion\n    fileName\n    fileSize\n    unitCount\n    passingUnitCount\n    channelCount\n    validChannelCount\n    subject {\n      id\n      specimenName\n      species\n      sex\n      genotype\n      strain\n      age\n      ageInDays\n    }\n    probes {\n      id\n      name\n      location\n      samplingRate\n      hasLfpData\n      channelCount\n    }\n  }\n}"): typeof import('./graphql').SessionDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "query StimulusSchedule($id: ID!) {\n  session(id: $id) {\n    stimulusEpochs {\n      index\n      stimulusName\n      startTime\n      stopTime\n      duration\n      presentationCount\n      touchesInvalidTime\n    }\n    invalidTimes {\n      startTime\n      stopTime\n      tags\n    }\n    recordedSpan {\n      startTime\n      stopTime\n    }\n  }\n}"): typeof import('./graphql').StimulusScheduleDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "query StoredAreas($id: ID!) {\n  session(id: $id) {\n    unitCount\n    areas(\n      units: {amplitudeCutoffMax: null, presenceRatioMin: null, isiViolationsMax: null, requireMetrics: false, validOnly: false, inBrainOnly: false}\n    ) {\n      acronym\n      alias\n      name\n      unitCount\n    }\n  }\n}"): typeof import('./graphql').StoredAreasDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "query Catalog {\n  all: sessions(first: 1) {\n    totalCount\n  }\n  absent: sessions(where: {available: false}, first: 1) {\n    totalCount\n  }\n  sessionTypes\n  areas {\n    acronym\n    alias\n    name\n    sessionCount\n    unitCount\n    passingUnitCount\n  }\n  refusedFiles {\n    fileName\n    code\n    message\n  }\n}"): typeof import('./graphql').CatalogDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "query SessionCount($where: SessionFilter) {\n  sessions(where: $where, first: 1) {\n    totalCount\n  }\n}"): typeof import('./graphql').SessionCountDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "query Sessions($where: SessionFilter, $after: String) {\n  sessions(where: $where, first: 100, after: $after) {\n    pageInfo {\n      hasNextPage\n      endCursor\n    }\n    nodes {\n      id\n      available\n      sessionType\n      startTime\n      unitCount\n      passingUnitCount\n      probeCount\n      recordedAreas\n      subject {\n        species\n        sex\n        genotype\n        ageInDays\n      }\n    }\n  }\n}"): typeof import('./graphql').SessionsDocument;


export function graphql(source: string) {
  return (documents as any)[source] ?? {};
}
