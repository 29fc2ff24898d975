import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { buildPackages } from './build/buildPackages.ts'
import { afterErase } from './kill/afterErase.ts'
import { killLoop } from './kill/killLoop.ts'
import { serveKillPage } from './kill/killHost.ts'
import { startProfileBrowser } from './kill/profileBrowser.ts'
import { tornTails } from './kill/tornTails.ts'
import { seededRandom, seedOf } from './seededRandom.ts'
import { writeCounts } from './suites/writeCounts.ts'

// `pnpm kill`: what a browser that dies loses. Red when one mirrored event is lost, when an erase does not hold, and when the
// control arm (plain idb-keyval, same origin, same run) shows no wipe under the torn tails, or with `--full` under the kills:
// then nothing was tested. `--full` is the long way; `--seed N` repeats.

const isFull = process.argv.includes('--full') || process.env['SHOPSIDE_FULL'] === '1'
const only = process.argv.slice(2).filter(word => /^(torn|loop|erase)$/.test(word))
const wants = (part: string): boolean => only.length === 0 || only.includes(part)
const seed = seedOf(process.argv)
const random = seededRandom(seed)
const startedAt = performance.now()
const problems: string[] = []
const folders: string[] = []
let held = 0

function newProfile(name: string): string {
  const folder = mkdtempSync(join(tmpdir(), `shopside-${name}-`))
  folders.push(folder)
  return folder
}

function line(what: string, figure: string): void {
  console.log(`${what.padEnd(58)} ${figure}`)
}

function seconds(since: number): string {
  return `${((performance.now() - since) / 1000).toFixed(1)} s`
}

if (process.env['SHOPSIDE_SDK_DIR'] === undefined) await buildPackages(() => {})
const host = await serveKillPage()
try {
  const first = await startProfileBrowser(newProfile('version'))
  line('browser', `Chromium ${first.version}`)
  await first.close()
  line('seed', String(seed))

  if (wants('torn')) {
    const began = performance.now()
    const cuts = await tornTails(newProfile('torn'), host, isFull ? 100 : 10)
    const wiped = cuts.filter(({ controlWiped }) => controlWiped).length
    const mirrored = cuts.reduce((sum, cut) => sum + cut.mirrored, 0)
    const lost = cuts.reduce((sum, cut) => sum + cut.lost.length, 0)
    const lostWritten = cuts.reduce((sum, cut) => sum + cut.lostWritten, 0)
    line(`torn log tail, ${cuts.length} cuts of 1 to 340 bytes, 3 sessions`, seconds(began))
    line('  plain idb-keyval empty in the third session (control)', `${wiped} of ${cuts.length}`)
    line('  mirrored events lost', `${lost} of ${mirrored}`)
    line('  written and not mirrored, lost', String(lostWritten))
    held += cuts.filter(({ fired, lost: ids }) => fired && ids.length === 0).length
    for (const { cut, fired } of cuts) if (!fired) problems.push(`the cut of ${cut} bytes did not fire`)
    for (const { cut, lost: ids } of cuts) if (ids.length > 0) problems.push(`a cut of ${cut} bytes lost ${ids.length} mirrored events: ${ids.slice(0, 4).join(' ')} …`)
    if (wiped === 0) problems.push('torn tail: control did not wipe')
    if (mirrored === 0) problems.push('torn tail: flush() never said "mirrored"')
  }

  if (wants('loop')) {
    const began = performance.now()
    const loop = await killLoop(
      newProfile('loop'), host, random, isFull ? 200 : 10, isFull ? 600 : 10, text => console.log(`  ${text}`),
    )
    held += loop.cycles
    line(`browser killed (SIGKILL) while writing, ${loop.cycles} cycles`, seconds(began))
    // A wipe takes some hundred kills on average: the short form counts, and proves nothing by it. The torn tails do.
    const control = loop.controlWipes > 0
      ? `${loop.controlWipes} times, ${loop.controlLost} events` : `never in ${loop.cycles} kills: no wipe was there to survive`
    line('  plain idb-keyval wiped (control)', control)
    line('  mirrored events lost', `${loop.lostMirrored.length} of ${loop.mirrored}`)
    line('  written, not mirrored yet, lost in a wipe', `${loop.lostWritten.inWipes} of ${loop.written}`)
    line('  written, not mirrored yet, lost without a wipe', String(loop.lostWritten.outside))
    line('  kills in the middle of a checkpoint', String(loop.duringCheckpoint))
    line('  brought back from the mirror', `${loop.recovered} times`)
    if (loop.lostMirrored.length > 0) problems.push(`${loop.lostMirrored.length} mirrored events were lost by kills`)
    if (loop.lostWritten.outside > 0) problems.push(`${loop.lostWritten.outside} written events were lost without a wipe`)
    if (isFull && loop.controlWipes === 0) problems.push('kills: control did not wipe in 600 cycles')
    if (loop.mirrored === 0) problems.push('kills: flush() never said "mirrored"')
  }

  if (wants('erase')) {
    const began = performance.now()
    const erase = await afterErase(newProfile('erase'), host, random, 50, 25)
    const { nothing, all, some } = erase.during
    held += erase.erased - erase.cameBack.length + nothing + all
    line('killed at a random moment after erase()', seconds(began))
    line('  nothing came back', `${erase.erased - erase.cameBack.length} of ${erase.erased}`)
    line(
      '  killed between the call of erase() and its answer',
      `${nothing + all + some}: ${nothing} left nothing, ${all} all, ${some} a part`,
    )
    line('  of those marked as erased on disk, had nothing', `${erase.marked - erase.markedBack.length} of ${erase.marked}`)
    line(
      '  killed before the call (control): everything there',
      `${erase.before.all} of ${erase.before.all + erase.before.some + erase.before.nothing}`,
    )
    for (const what of erase.cameBack) problems.push(`came back after erase(): ${what}`)
    for (const what of erase.markedBack) problems.push(`came back although the erase was marked: ${what}`)
    if (some > 0) problems.push(`${some} erases that were cut off left a part of the log`)
    if (nothing + all + some === 0) problems.push('no erase was cut off between its call and its answer')
    if (erase.before.some + erase.before.nothing > 0) problems.push('an origin lost events although its erase had not begun')
  }
} finally {
  await host.close()
  for (const folder of folders) rmSync(folder, { recursive: true, force: true, maxRetries: 3 })
}

line('minutes', ((performance.now() - startedAt) / 60_000).toFixed(2))
for (const problem of problems) console.error(`✗ ${problem}`)
writeCounts('kill', { passed: held, problems })
process.exit(problems.length > 0 ? 1 : 0)
