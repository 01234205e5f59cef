// Lint texts with write-good 1: a JSON list of texts on the first line, then one line of output for each line.
import { createInterface } from 'node:readline'
import { createRequire } from 'node:module'

const writeGood = createRequire(process.cwd() + '/')('write-good')
let texts = null
for await (const line of createInterface({ input: process.stdin })) {
  if (texts === null) { texts = JSON.parse(line); continue }
  const begin = process.cpuUsage()
  for (const text of texts) writeGood(text)
  const used = process.cpuUsage(begin)
  console.log((used.user + used.system) / 1e6)
}
