import { startAddress } from '../../../web/src/app/address.ts'
import { EpochActivityDocument } from '../../../web/src/gql/graphql.ts'
import type { ShownQuery } from '../../../web/src/query/shown-query.ts'

/** What the view of activity asks for two areas of a sample session. */
export const activityQuery: ShownQuery = {
  text: EpochActivityDocument.toString(),
  variables: {
    session: '810000001',
    epoch: 1,
    areas: ['VISp', 'VISam'],
    units: startAddress.limits,
    before: 1,
    after: 4,
    binSize: 0.5,
  },
  matricesAt: ['session', 'stimulusEpoch', 'binnedActivity'],
}

/** A query without matrices, with all that a shell, Python or a template might stumble over. */
export const awkwardQuery: ShownQuery = {
  text: `query Odd($id: ID!) { session(id: $id) { id } # it's \`\${id}\` \\ "\n}`,
  variables: { id: `it's "odd" \\ \`\${id}\` '''` },
  matricesAt: null,
}
