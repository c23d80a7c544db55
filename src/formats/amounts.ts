/** A file's size in words: `2.2 GB`. */
export function fileSizeText(bytes: number): string {
  const units = ['bytes', 'kB', 'MB', 'GB', 'TB']
  const power = Math.min(Math.floor(Math.log10(Math.max(bytes, 1)) / 3), units.length - 1)
  return `${Number((bytes / 1000 ** power).toPrecision(3))} ${units[power]}`
}

/**
 * `1 unit`, `1,705 units`. Without toLocaleString, whose first call loads the
 * rules of all languages for 20 ms.
 */
export const amount = (count: number, noun: string): string =>
  `${String(count).replace(/\B(?=(\d{3})+$)/g, ',')} ${noun}${count === 1 ? '' : 's'}`
