import { RESPONSE_THRESHOLD } from '../../heatmap/cells/unit-sorting.ts'

/** How to read and use the heatmaps: what every number and order is, to the letter. */
export function ReadingHelp() {
  return (
    <details className="reading-help">
      <summary>How to read and move these plots</summary>
      <dl>
        <dt>Cells</dt>
        <dd>
          One row per unit, one column per bin. Counts are the spikes in the bin; Hz are counts
          divided by the bin size; a z-score is the distance of a count from the unit’s mean, in
          standard deviations, both over the bins of the window (as numpy’s std). A unit whose count
          never changes has none. If a pixel covers several cells, it shows their mean or, with
          “Peak”, the strongest: the highest value, or the z-score farthest from 0. Zoom in to see
          each cell.
        </dd>
        <dt>Hatching</dt>
        <dd>
          Time that was not recorded, or that the file marks as invalid (for all probes, for the
          unit’s probe, or for the stimulus). It is left out of rates, z-scores, orders and colours.
        </dd>
        <dt>Colours</dt>
        <dd>
          The same for all areas. They end at the smallest count that 99.9 % of the cells do not
          exceed, at ±3 standard deviations, or at the limit you enter; cells beyond it have the
          last colour.
        </dd>
        <dt>Order of units</dt>
        <dd>
          Depth: probe by probe, from the brain’s surface down. Rate: most spikes in the window
          first. Latency: by the first bin at or after the start of the stimulus in which the
          z-score is at least {RESPONSE_THRESHOLD}; for a unit without one, by its bin with the most
          spikes; silent units last.
        </dd>
        <dt>Mouse and touch</dt>
        <dd>
          Drag to pan, pinch to zoom. Click a heatmap, then scroll to zoom in time, or with Shift to
          zoom in on units; with Ctrl, no click is needed. A click marks a cell and offers a link to
          its unit.
        </dd>
        <dt>Keys</dt>
        <dd>
          Arrow keys mark a cell, Enter opens its unit. + and − zoom time, [ and ] zoom units, Shift
          with an arrow key pans, 0 shows everything.
        </dd>
      </dl>
    </details>
  )
}
