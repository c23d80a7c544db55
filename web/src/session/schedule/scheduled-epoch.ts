import type { StimulusScheduleQuery } from '../../gql/graphql.ts'

export type ScheduledEpoch = NonNullable<StimulusScheduleQuery['session']>['stimulusEpochs'][number]
