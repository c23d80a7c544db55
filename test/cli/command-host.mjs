// Runs built commands one after another, as its parent sends them: a process of its own takes
// half a second to start.
const [, , programFile] = process.argv
const { runProgram } = await import(programFile)
const streams = { stdout: process.stdout, stderr: process.stderr }

process.on('message', async ({ args, cwd }) => {
  const written = { stdout: [], stderr: [] }
  for (const [name, stream] of Object.entries(streams)) {
    stream.write = (chunk, ...rest) => {
      written[name].push(Buffer.from(chunk))
      const done = rest.find((argument) => typeof argument === 'function')
      if (done) process.nextTick(done)
      return true
    }
  }
  process.chdir(cwd)
  const code = await runProgram(args)
  const [stdout, stderr] = [written.stdout, written.stderr].map(
    (chunks) => `${Buffer.concat(chunks)}`,
  )
  process.send({ code, stdout, stderr })
})
process.on('disconnect', () => process.exit())
