/** Where sessions are looked for when no path is given. */
export const DEFAULT_FOLDER = 'sample-data'
