import { defineCommand } from 'citty'
import type { CommandDef } from 'citty'
import { InputError } from '../inputError.ts'
import type { Output } from '../main.ts'
import { parseMoment } from '../read/parseTime.ts'
import { readEventLog } from '../read/readEventLog.ts'
import { readNormsFile } from '../read/readNormsFile.ts'
import { readRules } from '../read/readRules.ts'
import { printSegments } from '../report/printSegments.ts'
import { segments } from '../segments.ts'

const args = {
  rules: { type: 'string', description: 'segments of your own, JSON; default: those of the norms', valueHint: 'FILE' },
  log: {
    type: 'string', required: true, valueHint: 'FILE.ndjson',
    description: 'one shopper\'s events, a line each: {"name", "params", "at"} as stored, or ["name", {…}, "time"]',
  },
  at: { type: 'string', required: true, description: 'the moment to judge, e.g. 2026-05-17T08:00:00Z', valueHint: 'TIME' },
  norms: { type: 'string', description: 'norms that build wrote, or its folder; default: those of a shop without a model', valueHint: 'PATH' },
  json: { type: 'boolean', default: false, description: 'print JSON' },
} as const

/** `shopside segments`: in which segments one shopper is at a moment, and why. */
export const segmentsCommand: CommandDef<typeof args> = defineCommand({
  meta: { name: 'segments', description: 'Print the memberships of one event log, with their reasons' },
  args,
  async run({ args: given, data }) {
    const { out } = data as Output
    const at = parseMoment(given.at)
    if (at === undefined) throw new InputError(`--at ${given.at} is no time`, 'for example --at 2026-05-17T08:00:00Z')
    const norms = given.norms === undefined ? undefined : readNormsFile(given.norms)
    const rules = given.rules === undefined ? norms?.segments ?? [] : readRules(given.rules)
    const found = segments({ rules, log: await readEventLog(given.log), at, ...(norms && { norms }) })
    out(given.json ? `${JSON.stringify(found, null, 2)}\n` : printSegments(found))
  },
})
