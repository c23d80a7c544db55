import { useEffect, useRef } from 'react'
import { useTheme } from '../../app/theme/theme.ts'
import { DrawWhenSeen } from '../draw-when-seen.ts'
import type { AxisView } from './axis-view.ts'
import { drawTimeAxis } from './draw-axes.ts'
import { plotAreaIn, TIME_AXIS_HEIGHT } from './plot-area.ts'
import { plotInk } from './plot-ink.ts'

interface TimeAxisProps {
  readonly time: AxisView
  /** what it counts from */
  readonly label: string
}

/** The time axis that all plots below share. */
export function TimeAxis({ time, label }: TimeAxisProps) {
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
      element.height = Math.round(TIME_AXIS_HEIGHT * pixelRatio)
      context.setTransform(pixelRatio, 0, 0, pixelRatio, 0, 0)
      context.fillStyle = ink.background
      context.fillRect(0, 0, width, TIME_AXIS_HEIGHT)
      drawTimeAxis(context, { ...plotAreaIn(width, 0), top: 0, height: 1 }, time.shown, ink)
    }
    const later = new DrawWhenSeen(element, draw)
    const size = new ResizeObserver(() => later.request())
    size.observe(element)
    const end = time.subscribe(() => later.request())
    draw()
    return () => {
      later.end()
      size.disconnect()
      end()
    }
  }, [time, theme])
  return (
    <canvas
      ref={canvas}
      className="time-axis"
      role="img"
      aria-label={label}
      style={{ display: 'block', width: '100%', height: TIME_AXIS_HEIGHT }}
    />
  )
}
