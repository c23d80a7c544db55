/**
 * A place in a plot as parts of its width and height, from its left and top;
 * outside of it below 0 or above 1.
 */
export interface PlotPlace {
  readonly x: number
  readonly y: number
}

/** What pointers and wheel do to a plot. Distances are parts of the plot's width and height. */
export interface PlotHandlers {
  /** a pointer rests here; null: it left */
  readonly point: (place: PlotPlace | null) => void
  /** a click, or a tap */
  readonly pick: (place: PlotPlace) => void
  readonly pan: (x: number, y: number) => void
  readonly zoom: (axis: 'time' | 'rows', factor: number, place: PlotPlace) => void
  /** the wheel scrolls the page unless this says that the plot takes it */
  readonly takesWheel: () => boolean
}

/** Movements below this many CSS pixels are a click, not a drag. */
const CLICK_SLACK = 4

/** Zoom of a turn of the wheel by one pixel; a notch is about 100. */
const WHEEL_SPEED = 0.0016

/**
 * Listen to pointers, two fingers and the wheel over an element.
 *
 * @param placeOf where a pointer is in the plot
 * @returns what ends it
 */
export function listenToGestures(
  element: HTMLElement,
  placeOf: (event: MouseEvent) => PlotPlace,
  handlers: PlotHandlers,
): () => void {
  const fingers = new Map<number, PlotPlace>()
  let travelled = 0

  const down = (event: PointerEvent) => {
    if (event.button !== 0) return
    fingers.set(event.pointerId, placeOf(event))
    if (fingers.size === 1) travelled = 0
    else travelled = Number.POSITIVE_INFINITY
    element.setPointerCapture(event.pointerId)
  }
  const move = (event: PointerEvent) => {
    const place = placeOf(event)
    const before = fingers.get(event.pointerId)
    if (!before) {
      handlers.point(isInside(place) ? place : null)
      return
    }
    travelled += Math.abs(event.movementX) + Math.abs(event.movementY)
    const other = [...fingers].find(([id]) => id !== event.pointerId)?.[1]
    if (other) pinch(before, place, other)
    else if (travelled > CLICK_SLACK) handlers.pan(before.x - place.x, before.y - place.y)
    fingers.set(event.pointerId, place)
  }
  const pinch = (before: PlotPlace, place: PlotPlace, other: PlotPlace) => {
    const growth = distance(place, other) / distance(before, other)
    const middle = { x: (place.x + other.x) / 2, y: (place.y + other.y) / 2 }
    if (Number.isFinite(growth) && growth > 0) handlers.zoom('time', growth, middle)
  }
  const up = (event: PointerEvent) => {
    const place = fingers.get(event.pointerId)
    fingers.delete(event.pointerId)
    if (place && travelled <= CLICK_SLACK && isInside(place)) handlers.pick(place)
  }
  const cancel = (event: PointerEvent) => fingers.delete(event.pointerId)
  const leave = () => handlers.point(null)
  const wheel = (event: WheelEvent) => {
    // A pinch on a touchpad comes as a wheel with Ctrl.
    if (!event.ctrlKey && !handlers.takesWheel()) return
    event.preventDefault()
    const lines = event.deltaMode === WheelEvent.DOM_DELTA_LINE ? 33 : 1
    const sideways = event.deltaX * lines
    // Some systems turn a wheel with Shift sideways.
    const turn = event.shiftKey ? (event.deltaY || event.deltaX) * lines : event.deltaY * lines
    const speed = event.ctrlKey ? 4 * WHEEL_SPEED : WHEEL_SPEED
    if (Math.abs(sideways) > Math.abs(turn)) handlers.pan(sideways / element.clientWidth, 0)
    else handlers.zoom(event.shiftKey ? 'rows' : 'time', Math.exp(-turn * speed), placeOf(event))
  }

  element.addEventListener('pointerdown', down)
  element.addEventListener('pointermove', move)
  element.addEventListener('pointerup', up)
  element.addEventListener('pointercancel', cancel)
  element.addEventListener('pointerleave', leave)
  element.addEventListener('wheel', wheel, { passive: false })
  return () => {
    element.removeEventListener('pointerdown', down)
    element.removeEventListener('pointermove', move)
    element.removeEventListener('pointerup', up)
    element.removeEventListener('pointercancel', cancel)
    element.removeEventListener('pointerleave', leave)
    element.removeEventListener('wheel', wheel)
  }
}

function isInside({ x, y }: PlotPlace): boolean {
  return x >= 0 && x < 1 && y >= 0 && y < 1
}

function distance(one: PlotPlace, other: PlotPlace): number {
  return Math.abs(one.x - other.x)
}
