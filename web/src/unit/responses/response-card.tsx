import { useEffect, useRef } from 'react'
import { useTheme } from '../../app/theme/theme.ts'
import { amount } from '../../components/texts/amounts.ts'
import { plotInk } from '../../heatmap/axes/plot-ink.ts'
import { formatRate } from '../../heatmap/cells/cell-text.ts'
import { drawResponse, type ResponseScale, responseHeight } from './draw-response.ts'
import type { ResponseGroup } from './response-groups.ts'

interface ResponseCardProps {
  readonly group: ResponseGroup
  readonly scale: ResponseScale
}

/** Raster and PSTH of one group. */
export function ResponseCard({ group, scale }: ResponseCardProps) {
  const canvas = useRef<HTMLCanvasElement>(null)
  const theme = useTheme()

  useEffect(() => {
    const element = canvas.current
    const context = element?.getContext('2d', { alpha: false })
    if (!element || !context) return
    const ink = plotInk(theme)
    const draw = () => {
      const pixelRatio = window.devicePixelRatio
      const width = element.clientWidth
      element.width = Math.round(width * pixelRatio)
      element.height = Math.round(element.clientHeight * pixelRatio)
      context.setTransform(pixelRatio, 0, 0, pixelRatio, 0, 0)
      drawResponse(context, group, scale, ink, width)
    }
    const size = new ResizeObserver(draw)
    size.observe(element)
    return () => size.disconnect()
  }, [group, scale, theme])

  return (
    <figure className="response-card">
      <figcaption>
        <strong>{group.label}</strong>{' '}
        <span className="soft">{amount(group.presentationCount, 'presentation')}</span>
      </figcaption>
      <canvas
        ref={canvas}
        role="img"
        aria-label={describe(group, scale)}
        style={{ height: responseHeight(group.presentationCount) }}
      />
    </figure>
  )
}

function describe({ label, spikeTimes, rates }: ResponseGroup, { edges }: ResponseScale): string {
  const highest = rates.indexOf(Math.max(...rates))
  const when = (edges[highest] ?? 0).toFixed(2)
  return `${label}: ${spikeTimes.length} spikes; the mean rate is highest, ${formatRate(rates[highest] ?? 0)} Hz, ${when} s from the start.`
}
