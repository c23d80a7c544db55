/**
 * Terms of the continued fraction, at most; some tens are enough unless there are very many
 * degrees.
 */
const MOST_TERMS = 10_000

/** Keeps divisions of the continued fraction from 0. */
const TINY = 1e-300

/**
 * Probability that a number of Student's t distribution lies at least as far from 0 as `t`.
 *
 * @param degrees of freedom, above 0; need not be whole
 */
export function studentTail(t: number, degrees: number): number {
  if (Number.isNaN(t)) return Number.NaN
  const square = t * t
  return incompleteBeta(degrees / 2, 0.5, degrees / (degrees + square), square / (degrees + square))
}

/**
 * Regularized incomplete beta function by its continued fraction, which converges quickly on one
 * side of the mean; on the other the complement is computed.
 *
 * @param x from 0 to 1
 * @param rest 1 - x, without its rounding
 */
function incompleteBeta(a: number, b: number, x: number, rest: number): number {
  if (x <= 0) return 0
  const front = Math.exp(
    logGamma(a + b) - logGamma(a) - logGamma(b) + a * Math.log(x) + b * Math.log(rest),
  )
  return x < (a + 1) / (a + b + 2)
    ? (front * betaFraction(a, b, x)) / a
    : 1 - (front * betaFraction(b, a, rest)) / b
}

/** By Lentz's method. */
function betaFraction(a: number, b: number, x: number): number {
  let c = 1
  let d = 1 / guard(1 - ((a + b) * x) / (a + 1))
  let fraction = d
  for (let m = 1; m <= MOST_TERMS; m++) {
    const even = (m * (b - m) * x) / ((a + 2 * m - 1) * (a + 2 * m))
    d = 1 / guard(1 + even * d)
    c = guard(1 + even / c)
    fraction *= d * c
    const odd = (-(a + m) * (a + b + m) * x) / ((a + 2 * m) * (a + 2 * m + 1))
    d = 1 / guard(1 + odd * d)
    c = guard(1 + odd / c)
    const change = d * c
    fraction *= change
    if (Math.abs(change - 1) < 1e-16) break
  }
  return fraction
}

const guard = (value: number) => (Math.abs(value) < TINY ? TINY : value)

/** Coefficients of Lanczos' approximation (g = 7, n = 9). */
const LANCZOS = [
  0.999_999_999_999_809_93, 676.520_368_121_885_1, -1259.139_216_722_402_8, 771.323_428_777_653_13,
  -176.615_029_162_140_59, 12.507_343_278_686_905, -0.138_571_095_265_720_12,
  9.984_369_578_019_571_6e-6, 1.505_632_735_149_311_6e-7,
]

/** Logarithm of the gamma function of a number of 0.5 or more. */
function logGamma(value: number): number {
  const z = value - 1
  const shifted = z + 7.5
  const series = LANCZOS.reduce(
    (sum, coefficient, i) => sum + (i ? coefficient / (z + i) : coefficient),
    0,
  )
  return 0.5 * Math.log(2 * Math.PI) + (z + 0.5) * Math.log(shifted) - shifted + Math.log(series)
}
