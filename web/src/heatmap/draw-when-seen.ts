/**
 * Draws when something has changed, once a frame, and only while the element is on the screen: a
 * page of many plots stays smooth.
 */
export class DrawWhenSeen {
  readonly #draw: () => void
  readonly #observer: IntersectionObserver
  #isSeen = true
  #isAsked = false
  #frame = 0

  constructor(element: Element, draw: () => void) {
    this.#draw = draw
    this.#observer = new IntersectionObserver(([entry]) => {
      this.#isSeen = entry?.isIntersecting ?? true
      if (this.#isSeen && this.#isAsked) this.request()
    })
    this.#observer.observe(element)
  }

  /** Draw in the next frame, or when the element comes into sight. */
  request(): void {
    this.#isAsked = true
    if (!this.#isSeen) return
    this.#frame ||= requestAnimationFrame(() => {
      this.#frame = 0
      this.#isAsked = false
      this.#draw()
    })
  }

  end(): void {
    cancelAnimationFrame(this.#frame)
    this.#observer.disconnect()
  }
}
