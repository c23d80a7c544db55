import type { Address } from '../app/address.ts'
import type { Theme } from '../app/theme/theme.ts'
import { stimulusText } from '../components/stimuli/stimulus-colors.ts'
import { amount } from '../components/texts/amounts.ts'
import { plotHeight } from '../heatmap/axes/plot-area.ts'
import { plotInk } from '../heatmap/axes/plot-ink.ts'
import { shadeCells } from '../heatmap/cells/cell-image.ts'
import { toPalette } from '../heatmap/colours/colour-scale.ts'
import { legendTexts } from '../heatmap/colours/legend-texts.ts'
import { composePicture } from '../heatmap/compose-picture.ts'
import type { Activity } from './loading/load-activity.ts'
import { pictureNote } from './picture-note.ts'
import { timeLabel } from './time-label.ts'
import type { Heatmaps } from './use-heatmaps.ts'

/** The heatmaps as a picture: all units, and the stretch of time that is shown. */
export function activityPicture(
  activity: Activity,
  { heatmaps, scale, time, firstBinStart, isClipped }: Heatmaps,
  address: Pick<Address, 'measure' | 'summary' | 'sort' | 'limits'>,
  theme: Theme,
): HTMLCanvasElement {
  const { request, stimulusName } = activity
  const { measure, summary } = address
  const palette = toPalette(scale)
  const { title, beyond } = legendTexts(measure, scale.maximum, isClipped)
  const { session, binSize } = request.variables
  const of = stimulusName === null ? '' : `, ${stimulusText(stimulusName)}`
  const anchor = request.kind === 'epoch' ? `epoch ${request.variables.epoch}` : request.anchor.name
  return composePicture(
    {
      title: `Session ${session}${anchor ? `, ${anchor}` : ''}${of}`,
      subtitle: pictureNote({ address, ...time.shown, binSize }),
      panels: heatmaps.map(({ name, fullName, unitIds, order, counts, measure, binSize }) => ({
        title: [name, fullName, amount(unitIds.length, 'unit')].filter(Boolean).join(' · '),
        height: plotHeight(order.length, heatmaps.length === 1),
        picture: {
          image: shadeCells(counts, measure, scale, order, summary),
          palette,
          firstBinStart,
          binSize,
          shown: time.shown,
          rows: { start: 0, stop: order.length },
          rowTitle: 'units, ranked',
        },
      })),
      timeLabel: timeLabel(activity),
      scale,
      legendTitle: beyond ? `${title}; ${beyond}` : title,
      isCounted: measure === 'counts',
    },
    plotInk(theme),
  )
}
