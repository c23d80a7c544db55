/**
 * Read a batch whose requests are about several files: all files at once.
 *
 * @param fileOf equal for requests about the same file
 * @returns the responses in the order of the requests
 */
export async function readByFile<Request, Response, File>(
  requests: readonly Request[],
  fileOf: (request: Request) => File,
  read: (file: File, requests: readonly Request[]) => Promise<readonly Response[]>,
): Promise<Response[]> {
  const positions = new Map<File, number[]>()
  for (const [position, request] of requests.entries()) {
    const file = fileOf(request)
    const ofFile = positions.get(file)
    if (ofFile) ofFile.push(position)
    else positions.set(file, [position])
  }
  const responses = new Array<Response>(requests.length)
  const readFile = async (file: File, ofFile: readonly number[]) => {
    const own = await read(
      file,
      ofFile.map((position) => requests[position]),
    )
    for (const [i, position] of ofFile.entries()) responses[position] = own[i]
  }
  await Promise.all([...positions].map(([file, ofFile]) => readFile(file, ofFile)))
  return responses
}
