import { useId } from 'react'
import type { Address } from '../app/address.ts'
import { useTheme } from '../app/theme/theme.ts'
import { EpochActivityDocument, WindowActivityDocument } from '../gql/graphql.ts'
import { QueryPanel } from '../query/query-panel.tsx'
import type { ShownQuery } from '../query/shown-query.ts'
import { activityPicture } from './activity-picture.ts'
import { ActivityPlots } from './activity-plots.tsx'
import { columnsName } from './columns-name.ts'
import { ReadingHelp } from './controls/reading-help.tsx'
import type { ActivityRequest } from './loading/activity-request.ts'
import type { Activity } from './loading/load-activity.ts'
import { LoadingShare } from './loading/loading-share.tsx'
import type { Heatmaps } from './use-heatmaps.ts'

interface ShownActivityProps {
  readonly address: Address
  readonly activity: Activity
  readonly shown: Heatmaps
  /** whether another one is on its way */
  readonly isLoading: boolean
  /** part of its counts that has come, from 0 to 1 */
  readonly share: number
}

/** Activity that has come: its plots, and the query behind them. */
export function ShownActivity(props: ShownActivityProps) {
  const { address, activity, shown, isLoading, share } = props
  const theme = useTheme()
  const id = useId()
  const { matrices, request } = activity
  const fileName = filesName(request)
  return (
    <>
      <section className="activity-shown" aria-labelledby={id}>
        <h2 id={id} className="visually-hidden">
          Spikes over time
        </h2>
        {isLoading && <LoadingShare share={share} />}
        <div className={isLoading ? 'activity-stale' : undefined} aria-busy={isLoading}>
          <ActivityPlots address={address} activity={activity} shown={shown} />
        </div>
        <ReadingHelp />
      </section>
      <QueryPanel
        query={shownQuery(request)}
        fileName={fileName}
        matrices={matrices.map(({ area, shape, href, npz, csv }) => ({
          name: columnsName(area),
          fileName: `${fileName}_${area?.acronym ?? 'all'}`,
          ...{ shape, npy: href, npz, csv },
        }))}
        datasetHref={activity.datasetHref}
        picture={() => activityPicture(activity, shown, address, theme)}
      />
    </>
  )
}

function shownQuery({ kind, variables }: ActivityRequest): ShownQuery {
  return kind === 'epoch'
    ? {
        text: EpochActivityDocument.toString(),
        variables,
        matricesAt: ['session', 'stimulusEpoch', 'binnedActivity'],
      }
    : {
        text: WindowActivityDocument.toString(),
        variables,
        matricesAt: ['session', 'binnedActivity'],
      }
}

function filesName(request: ActivityRequest): string {
  const { session } = request.variables
  if (request.kind === 'epoch') return `session_${session}_epoch_${request.variables.epoch}`
  const { name } = request.anchor
  return name === null ? `session_${session}` : `session_${session}_${name.replaceAll(/\W+/g, '_')}`
}
