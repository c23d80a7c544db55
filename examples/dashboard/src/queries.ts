import { graphql } from './gql/gql.js'

export const SessionChoice = graphql(`
  query SessionChoice {
    sessions(where: { available: true }) {
      nodes {
        id
        stimulusEpochs(where: { excludeStimulusNames: ["spontaneous", "invalid_presentation"] }) {
          index
          stimulusName
        }
      }
    }
  }
`)

export const Onset = graphql(`
  query Onset($session: ID!, $epoch: Int!) {
    session(id: $session) {
      stimulusEpoch(index: $epoch) {
        binnedActivity(areas: ["V1", "LM", "RL", "AL", "PM", "AM"], before: 5, after: 20, binSize: 0.5) {
          area {
            acronym
          }
          data {
            dtype
            shape
            bytes
          }
        }
      }
    }
  }
`)
