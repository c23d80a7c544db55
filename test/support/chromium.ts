import { existsSync } from 'node:fs'

/** Where Chromium is: CHROMIUM_PATH, or where distributions put it; null: nowhere. */
export function findChromium(): string | null {
  const places = [
    process.env.CHROMIUM_PATH,
    '/usr/bin/chromium',
    '/usr/bin/chromium-browser',
    '/usr/bin/google-chrome',
  ]
  return places.find((place) => place && existsSync(place)) ?? null
}
