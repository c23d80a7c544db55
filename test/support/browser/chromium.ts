import { existsSync } from 'node:fs'

// First the one without windows of its own: a page takes it a quarter less of the processor.
const usualPlaces = [
  '/usr/bin/chromium-headless-shell',
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
]

/**
 * Where Chromium is: CHROMIUM_PATH if it is set, else where distributions put it; null: nowhere.
 */
export function findChromium(): string | null {
  const named = process.env.CHROMIUM_PATH
  return (named ? [named] : usualPlaces).find((place) => existsSync(place)) ?? null
}
