// The figures of from-counts-to-results.md: by the name of each, a function from what its query
// returns of the session to SVG.
import { mean as average, maxIndex, sum } from 'd3-array'
import {
  bars,
  COLOURS,
  cells,
  dots,
  figure,
  legend,
  level,
  line,
  named,
  panel,
  withZero,
} from './plot.mjs'

const ACROSS = 360
const WIDE = 720

const column = (rows, unit) => rows.map((row) => row[unit])
const time = (domain, label = 'time from the event (s)') => ({ label, domain })
const rate = (domain) => ({ label: 'rate (Hz)', domain })

export const figures = {
  'tuning-grid': ({ alignedActivity: { unitIds, grid } }) => {
    const [orientations, frequencies] = grid.axes
    const rows = grid.mean.map((row) => row.map(([bin]) => bin[0]))
    return figure(
      panel({
        title: `Unit ${unitIds[0]}: mean rate, white is 0, largest ${Math.max(...rows.flat()).toFixed(1)} Hz`,
        x: named('temporal frequency (Hz)', frequencies.values),
        y: named('orientation (°)', orientations.values),
        marks: [cells(rows)],
        width: 460,
        height: 320,
      }),
    )
  },

  'rates-by-stimulus': ({ presentationActivity: { groups } }) => {
    const stimuli = ['drifting_gratings', 'static_gratings']
    const curves = stimuli.map((name) =>
      groups
        .filter((group) => group.stimulusName === name)
        .map(({ parameters, mean }) => [parameters[0].value, mean[0][0]])
        .filter(([orientation]) => typeof orientation === 'number')
        .sort(([a], [b]) => a - b),
    )
    return figure(
      panel({
        title: 'Orientation tuning of the first unit, by stimulus',
        x: { label: 'orientation (°)', domain: [0, 315], at: [0, 45, 90, 135, 180, 225, 270, 315] },
        y: rate(withZero(curves.flat().map(([, mean]) => mean))),
        marks: [...curves.map((curve, i) => line(curve, COLOURS[i])), legend(stimuli, 460)],
        width: 460,
      }),
    )
  },

  selectivity: ({ responseMetrics: { gDsi, gOsi, prefOri } }) =>
    figure(
      panel({
        title: 'Selectivity of V1 units',
        x: { label: 'global direction selectivity', domain: [0, 1] },
        y: { label: 'global orientation selectivity', domain: [0, 1] },
        marks: [dots(gDsi.map((direction, i) => [direction, gOsi[i]]))],
      }),
      panel({
        title: 'Preferred orientation',
        x: { label: 'orientation (°)', domain: [-22.5, 337.5], at: [0, 90, 180, 270] },
        y: { label: 'units', domain: [0, prefOri.length / 2] },
        marks: [
          bars(
            Array.from({ length: 9 }, (_, i) => 45 * i - 22.5),
            Array.from({ length: 8 }, (_, i) => prefOri.filter((value) => value === 45 * i).length),
          ),
        ],
      }),
    ),

  'image-selectivity': ({ scenes: { imageSelectivity } }) => {
    const edges = Array.from({ length: 11 }, (_, i) => i / 10)
    const counts = edges
      .slice(1)
      .map(
        (edge, i) => imageSelectivity.filter((value) => value >= edges[i] && value < edge).length,
      )
    return figure(
      panel({
        title: 'Selectivity for natural scenes',
        x: { label: 'image selectivity', domain: [0, 1] },
        y: { label: 'units', domain: [0, Math.max(...counts)] },
        marks: [bars(edges, counts)],
      }),
    )
  },

  'receptive-fields': ({ receptiveFields: { unitIds, counts, xPositions, yPositions } }) =>
    figure(
      ...[0, 1, 2].map((unit) =>
        panel({
          title: `Unit ${unitIds[unit]}`,
          x: everySecond(named('azimuth (°)', xPositions)),
          y: everySecond(named('elevation (°)', yPositions.toReversed())),
          marks: [cells(counts[unit].toReversed())],
          width: 280,
        }),
      ),
    ),

  'running-onsets': ({ eventActivity: { binCentres, groups, signals, anchorTimes } }) => {
    const mean = groups[0].mean.map((bin) => average(bin))
    const speed = binCentres.map((_, bin) => {
      return average(column(signals[0].values, bin)) ?? null
    })
    const points = (values) => values.map((value, bin) => [binCentres[bin], value])
    return figure(
      panel({
        title: `${anchorTimes.length} onsets of running: mean of V1 units`,
        x: time([-1, 2], 'time from the onset (s)'),
        y: { label: 'rate minus baseline (Hz)', domain: withZero(mean) },
        marks: [line(points(mean)), level(0)],
        width: ACROSS,
      }),
      panel({
        title: 'Mean running speed, where it was sampled',
        x: time([-1, 2], 'time from the onset (s)'),
        y: { label: 'speed (cm/s)', domain: withZero(speed) },
        marks: [dots(points(speed), COLOURS[1])],
        width: ACROSS,
      }),
    )
  },

  'pupil-split': ({ small, large }) => {
    const curves = [small, large].map(({ groups }) =>
      groups[0].mean.map((bin, i) => [-0.095 + 0.01 * i, average(bin)]),
    )
    const names = [small, large].map(
      ({ presentationIds }, i) =>
        `${i === 0 ? 'small' : 'large'} pupil, ${presentationIds.length} flashes`,
    )
    return figure(
      panel({
        title: 'Mean of V1 units around flashes',
        x: time([-0.1, 0.5], 'time from the flash (s)'),
        y: rate(withZero(curves.flat().map(([, mean]) => mean))),
        marks: [...curves.map((curve, i) => line(curve, COLOURS[i])), legend(names, 460)],
        width: 460,
      }),
    )
  },

  'rates-of-intervals': ({ intervalActivity: { unitIds, startTimes, rates } }) =>
    figure(
      panel({
        title: 'Rate of each V1 unit in three intervals',
        x: { label: 'start of the interval (s)', domain: [90, 310], at: startTimes },
        y: rate(withZero(rates.flat())),
        marks: unitIds.map((_, unit) =>
          line(
            column(rates, unit).map((value, i) => [startTimes[i], value]),
            COLOURS[unit % COLOURS.length],
          ),
        ),
      }),
    ),

  'speed-tuning': ({ signalTuning: { unitIds, rates, bitsPerSpike } }) => {
    const unit = maxIndex(bitsPerSpike)
    const names = ['−5–0', '0–1', '1–2', '2–5', '5–10', '10–20', '20–40', '40–80']
    return figure(
      panel({
        title: `Unit ${unitIds[unit]}: ${bitsPerSpike[unit].toFixed(3)} bits per spike`,
        x: named('running speed (cm/s)', names),
        y: rate(withZero(rates[unit])),
        marks: [
          line(rates[unit].map((value, bin) => [bin, value])),
          dots(rates[unit].map((value, bin) => [bin, value])),
        ],
        width: 460,
      }),
    )
  },

  'interspike-intervals': ({ whole: { isiHistogram, spikeCounts } }) => {
    const unit = maxIndex(spikeCounts)
    const { edges, counts } = isiHistogram
    return figure(
      panel({
        title: `Interspike intervals of a unit with ${spikeCounts[unit]} spikes`,
        x: { label: 'interval (s)', domain: [0.001, 10], isLogarithmic: true },
        y: { label: 'intervals', domain: [0, Math.max(...counts[unit])] },
        marks: [bars(edges, counts[unit])],
        width: 460,
      }),
    )
  },

  correlogram: ({ correlograms: { referenceIds, targetIds, lags, counts, values } }) => {
    const pair = maxIndex(counts.map((row) => sum(row)))
    return figure(
      panel({
        title: `Unit ${targetIds[pair]} around spikes of ${referenceIds[pair]}`,
        x: { label: 'lag (ms)', domain: [-50, 50] },
        y: { label: 'normalized (1: independent)', domain: withZero(values[pair]) },
        marks: [line(lags.map((lag, i) => [1000 * lag, values[pair][i]])), level(1)],
        width: 460,
      }),
    )
  },

  'jitter-corrected': ({ alignedActivity: { jitterCorrectedCorrelograms: found } }) => {
    const { lags, referenceIds, targetIds, values } = found
    const pair = values.findIndex((row) => row.every((value) => value !== null))
    return figure(
      panel({
        title: `Unit ${targetIds[pair]} of LM around spikes of ${referenceIds[pair]} of V1`,
        x: { label: 'lag (ms)', domain: [-50, 50] },
        y: { label: 'jitter-corrected', domain: withZero(values[pair]) },
        marks: [line(lags.map((lag, i) => [1000 * lag, values[pair][i]])), level(0)],
        width: 460,
      }),
    )
  },

  'signal-and-noise': ({ presentationActivity: { signal, noise } }) => {
    const pairs = signal.values.flatMap((row, i) =>
      row.slice(0, i).map((value, j) => [value, noise.values[i][j]]),
    )
    const axis = (label) => ({ label, domain: [-1, 1] })
    return figure(
      panel({
        title: 'Pairs of V1 units',
        x: axis('signal correlation'),
        y: axis('noise correlation'),
        marks: [dots(pairs), level(0)],
        width: 320,
        height: 300,
      }),
    )
  },

  'smooth-rates': ({ smoothed: [{ rates, causal }], windows: [{ sliding }] }) => {
    const start = 100
    const stop = 103
    const curves = [
      rates.values.map((bin, i) => [start + 0.01 * (i + 0.5), bin[0]]),
      causal.values.map((bin, i) => [start + 0.01 * (i + 0.5), bin[0]]),
      sliding.counts.map((bin, i) => [start + sliding.binStarts[i] + 0.05, bin[0] / 0.1]),
    ].map((curve) => curve.filter(([at]) => at <= stop))
    const highest = Math.max(...curves.flat().map(([, value]) => value))
    return figure(
      panel({
        title: 'One unit, smoothed in three ways',
        x: { label: 'time (s)', domain: [start, stop] },
        y: rate([0, 1.3 * highest]),
        marks: [
          ...curves.map((curve, i) => line(curve, COLOURS[i])),
          legend(['Gaussian, 25 ms', 'exponential, 50 ms', 'windows of 100 ms'], WIDE),
        ],
        width: WIDE,
      }),
    )
  },
}

/** Of the names of an axis, every second: there is no room for more. */
function everySecond(axis) {
  const names = axis.names.map((name, i) => (i % 2 === 0 ? name.replace('-', '−') : ''))
  return { ...axis, names }
}
