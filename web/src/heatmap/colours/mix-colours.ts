/** Red, green and blue, each from 0 to 255. */
export type Colour = readonly [number, number, number]

/** How many colours a scale has. */
export const COLOUR_COUNT = 256

/** Colours of one ramp, from the lowest value to the highest. Length `COLOUR_COUNT`. */
export type ColourTable = readonly Colour[]

/**
 * A ramp through some colours, evenly spaced, mixed in OKLab, so that steps of
 * equal size look equally large.
 *
 * @param anchors at least two, as `#rrggbb`
 */
export function colourTable(anchors: readonly string[]): ColourTable {
  const mixed = anchors.map((hex) => toOklab(parseHex(hex)))
  const segments = mixed.length - 1
  return Array.from({ length: COLOUR_COUNT }, (_, i) => {
    const position = (i / (COLOUR_COUNT - 1)) * segments
    const segment = Math.min(Math.floor(position), segments - 1)
    const from = mixed[segment]
    const to = mixed[segment + 1]
    const share = position - segment
    return fromOklab([
      from[0] + (to[0] - from[0]) * share,
      from[1] + (to[1] - from[1]) * share,
      from[2] + (to[2] - from[2]) * share,
    ])
  })
}

/** The colour as CSS writes it. */
export function toCss([red, green, blue]: Colour): string {
  return `rgb(${red} ${green} ${blue})`
}

export function parseHex(hex: string): Colour {
  const digits = Number.parseInt(hex.slice(1), 16)
  return [digits >> 16, (digits >> 8) & 255, digits & 255]
}

/** Lightness from 0 to 1, green-red, blue-yellow: https://bottosson.github.io/posts/oklab/ */
export type Oklab = readonly [number, number, number]

export function toOklab(colour: Colour): Oklab {
  const [red, green, blue] = colour.map(toLinear) as [number, number, number]
  const long = Math.cbrt(0.4122214708 * red + 0.5363325363 * green + 0.0514459929 * blue)
  const middle = Math.cbrt(0.2119034982 * red + 0.6806995451 * green + 0.1073969566 * blue)
  const short = Math.cbrt(0.0883024619 * red + 0.2817188376 * green + 0.6299787005 * blue)
  return [
    0.2104542553 * long + 0.793617785 * middle - 0.0040720468 * short,
    1.9779984951 * long - 2.428592205 * middle + 0.4505937099 * short,
    0.0259040371 * long + 0.7827717662 * middle - 0.808675766 * short,
  ]
}

function fromOklab([lightness, greenRed, blueYellow]: Oklab): Colour {
  const long = (lightness + 0.3963377774 * greenRed + 0.2158037573 * blueYellow) ** 3
  const middle = (lightness - 0.1055613458 * greenRed - 0.0638541728 * blueYellow) ** 3
  const short = (lightness - 0.0894841775 * greenRed - 1.291485548 * blueYellow) ** 3
  return [
    fromLinear(4.0767416621 * long - 3.3077115913 * middle + 0.2309699292 * short),
    fromLinear(-1.2684380046 * long + 2.6097574011 * middle - 0.3413193965 * short),
    fromLinear(-0.0041960863 * long - 0.7034186147 * middle + 1.707614701 * short),
  ]
}

function toLinear(channel: number): number {
  const part = channel / 255
  return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4
}

function fromLinear(light: number): number {
  const part = light <= 0.0031308 ? light * 12.92 : 1.055 * light ** (1 / 2.4) - 0.055
  return Math.round(Math.min(Math.max(part, 0), 1) * 255)
}
