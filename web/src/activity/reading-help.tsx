import { RESPONSE_THRESHOLD } from '../heatmap/unit-sorting.ts'

/** How to read and use the heatmaps: what every number and order is, to the letter. */
export function ReadingHelp() {
  return (
    <details className="reading-help">
      <summary>How to read and move these plots</summary>
      <dl>
        <dt>Cells</dt>
        <dd>
          One row a unit, one column a bin. Counts are the spikes of the bin; Hz are counts divided
          by the bin size; a z-score tells how many standard deviations a count lies from the unit’s
          mean, both over all bins of the window (as numpy’s std). A unit whose count never changes
          has none. Where a pixel covers several cells it shows the strongest: the highest count, or
          the z-score farthest from 0. Zoom in to see each.
        </dd>
        <dt>Colours</dt>
        <dd>
          The same for all areas. They end at the smallest count that 99.9 % of the cells do not
          exceed, or at ±3 standard deviations, or where you say; cells beyond have the last colour.
        </dd>
        <dt>Order of units</dt>
        <dd>
          Depth: probe by probe, from the brain’s surface down. Rate: most spikes in the window
          first. Latency: by the first bin at or behind the stimulus’s start in which the z-score is
          at least {RESPONSE_THRESHOLD}; for a unit without one, by its bin with most spikes; silent
          units last.
        </dd>
        <dt>Mouse and touch</dt>
        <dd>
          Drag to move, pinch to zoom. Click a heatmap, then turn the wheel to zoom time, with Shift
          to zoom units; with Ctrl it zooms without a click. A click marks a cell and offers its
          unit.
        </dd>
        <dt>Keys</dt>
        <dd>
          Arrow keys mark a cell, Enter opens its unit. + and − zoom time, [ and ] zoom units, Shift
          with arrow keys moves what is shown, 0 shows all.
        </dd>
      </dl>
    </details>
  )
}
