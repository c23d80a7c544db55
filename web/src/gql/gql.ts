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
    "query AreaCounts($id: ID!, $units: UnitFilter!) {\n  session(id: $id) {\n    passing: units(where: $units, first: 1) {\n      totalCount\n    }\n    all: areas(\n      units: {amplitudeCutoffMax: null, presenceRatioMin: null, isiViolationsMax: null, requireMetrics: false, validOnly: false, inBrainOnly: false}\n    ) {\n      acronym\n      unitCount\n    }\n    areas(units: $units) {\n      acronym\n      alias\n      name\n      channelCount\n      unitCount\n    }\n  }\n}": typeof types.AreaCountsDocument,
    "query Session($id: ID!) {\n  session(id: $id) {\n    id\n    available\n    sessionType\n    startTime\n    description\n    institution\n    lab\n    experimenters\n    nwbVersion\n    fileName\n    fileSize\n    unitCount\n    passingUnitCount\n    channelCount\n    validChannelCount\n    recordedAreas\n    subject {\n      id\n      specimenName\n      species\n      sex\n      genotype\n      strain\n      age\n      ageInDays\n    }\n    probes {\n      id\n      name\n      description\n      location\n      samplingRate\n      hasLfpData\n      channelCount\n    }\n  }\n}": typeof types.SessionDocument,
    "query StimulusSchedule($id: ID!) {\n  session(id: $id) {\n    stimulusEpochs {\n      index\n      stimulusName\n      block\n      startTime\n      stopTime\n      duration\n      presentationCount\n      touchesInvalidTime\n    }\n    invalidTimes {\n      startTime\n      stopTime\n      tags\n    }\n    recordedSpan {\n      startTime\n      stopTime\n    }\n  }\n}": typeof types.StimulusScheduleDocument,
    "query Catalog {\n  all: sessions(first: 1) {\n    totalCount\n  }\n  absent: sessions(where: {available: false}, first: 1) {\n    totalCount\n  }\n  sessionTypes\n  areas {\n    acronym\n    alias\n    name\n    sessionCount\n    unitCount\n    passingUnitCount\n  }\n  refusedFiles {\n    fileName\n    code\n    message\n  }\n}": typeof types.CatalogDocument,
    "query Sessions($where: SessionFilter, $after: String) {\n  sessions(where: $where, first: 200, after: $after) {\n    totalCount\n    pageInfo {\n      hasNextPage\n      endCursor\n    }\n    nodes {\n      id\n      available\n      sessionType\n      startTime\n      fileName\n      fileSize\n      unitCount\n      passingUnitCount\n      channelCount\n      probeCount\n      recordedAreas\n      subject {\n        specimenName\n        species\n        sex\n        genotype\n        ageInDays\n      }\n    }\n  }\n}": typeof types.SessionsDocument,
};
const documents: Documents = {
    "query AreaCounts($id: ID!, $units: UnitFilter!) {\n  session(id: $id) {\n    passing: units(where: $units, first: 1) {\n      totalCount\n    }\n    all: areas(\n      units: {amplitudeCutoffMax: null, presenceRatioMin: null, isiViolationsMax: null, requireMetrics: false, validOnly: false, inBrainOnly: false}\n    ) {\n      acronym\n      unitCount\n    }\n    areas(units: $units) {\n      acronym\n      alias\n      name\n      channelCount\n      unitCount\n    }\n  }\n}": types.AreaCountsDocument,
    "query Session($id: ID!) {\n  session(id: $id) {\n    id\n    available\n    sessionType\n    startTime\n    description\n    institution\n    lab\n    experimenters\n    nwbVersion\n    fileName\n    fileSize\n    unitCount\n    passingUnitCount\n    channelCount\n    validChannelCount\n    recordedAreas\n    subject {\n      id\n      specimenName\n      species\n      sex\n      genotype\n      strain\n      age\n      ageInDays\n    }\n    probes {\n      id\n      name\n      description\n      location\n      samplingRate\n      hasLfpData\n      channelCount\n    }\n  }\n}": types.SessionDocument,
    "query StimulusSchedule($id: ID!) {\n  session(id: $id) {\n    stimulusEpochs {\n      index\n      stimulusName\n      block\n      startTime\n      stopTime\n      duration\n      presentationCount\n      touchesInvalidTime\n    }\n    invalidTimes {\n      startTime\n      stopTime\n      tags\n    }\n    recordedSpan {\n      startTime\n      stopTime\n    }\n  }\n}": types.StimulusScheduleDocument,
    "query Catalog {\n  all: sessions(first: 1) {\n    totalCount\n  }\n  absent: sessions(where: {available: false}, first: 1) {\n    totalCount\n  }\n  sessionTypes\n  areas {\n    acronym\n    alias\n    name\n    sessionCount\n    unitCount\n    passingUnitCount\n  }\n  refusedFiles {\n    fileName\n    code\n    message\n  }\n}": types.CatalogDocument,
    "query Sessions($where: SessionFilter, $after: String) {\n  sessions(where: $where, first: 200, after: $after) {\n    totalCount\n    pageInfo {\n      hasNextPage\n      endCursor\n    }\n    nodes {\n      id\n      available\n      sessionType\n      startTime\n      fileName\n      fileSize\n      unitCount\n      passingUnitCount\n      channelCount\n      probeCount\n      recordedAreas\n      subject {\n        specimenName\n        species\n        sex\n        genotype\n        ageInDays\n      }\n    }\n  }\n}": types.SessionsDocument,
};

/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "query AreaCounts($id: ID!, $units: UnitFilter!) {\n  session(id: $id) {\n    passing: units(where: $units, first: 1) {\n      totalCount\n    }\n    all: areas(\n      units: {amplitudeCutoffMax: null, presenceRatioMin: null, isiViolationsMax: null, requireMetrics: false, validOnly: false, inBrainOnly: false}\n    ) {\n      acronym\n      unitCount\n    }\n    areas(units: $units) {\n      acronym\n      alias\n      name\n      channelCount\n      unitCount\n    }\n  }\n}"): typeof import('./graphql').AreaCountsDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "query Session($id: ID!) {\n  session(id: $id) {\n    id\n    available\n    sessionType\n    startTime\n    description\n    institution\n    lab\n    experimenters\n    nwbVersion\n    fileName\n    fileSize\n    unitCount\n    passingUnitCount\n    channelCount\n    validChannelCount\n    recordedAreas\n    subject {\n      id\n      specimenName\n      species\n      sex\n      genotype\n      strain\n      age\n      ageInDays\n    }\n    probes {\n      id\n      name\n      description\n      location\n      samplingRate\n      hasLfpData\n      channelCount\n    }\n  }\n}"): typeof import('./graphql').SessionDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "query StimulusSchedule($id: ID!) {\n  session(id: $id) {\n    stimulusEpochs {\n      index\n      stimulusName\n      block\n      startTime\n      stopTime\n      duration\n      presentationCount\n      touchesInvalidTime\n    }\n    invalidTimes {\n      startTime\n      stopTime\n      tags\n    }\n    recordedSpan {\n      startTime\n      stopTime\n    }\n  }\n}"): typeof import('./graphql').StimulusScheduleDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "query Catalog {\n  all: sessions(first: 1) {\n    totalCount\n  }\n  absent: sessions(where: {available: false}, first: 1) {\n    totalCount\n  }\n  sessionTypes\n  areas {\n    acronym\n    alias\n    name\n    sessionCount\n    unitCount\n    passingUnitCount\n  }\n  refusedFiles {\n    fileName\n    code\n    message\n  }\n}"): typeof import('./graphql').CatalogDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "query Sessions($where: SessionFilter, $after: String) {\n  sessions(where: $where, first: 200, after: $after) {\n    totalCount\n    pageInfo {\n      hasNextPage\n      endCursor\n    }\n    nodes {\n      id\n      available\n      sessionType\n      startTime\n      fileName\n      fileSize\n      unitCount\n      passingUnitCount\n      channelCount\n      probeCount\n      recordedAreas\n      subject {\n        specimenName\n        species\n        sex\n        genotype\n        ageInDays\n      }\n    }\n  }\n}"): typeof import('./graphql').SessionsDocument;


export function graphql(source: string) {
  return (documents as any)[source] ?? {};
}
