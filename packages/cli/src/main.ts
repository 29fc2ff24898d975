import { defineCommand, parseArgs, renderUsage, runCommand } from 'citty'
import type { ArgsDef, CommandDef } from 'citty'
import picocolors from 'picocolors'
import { buildCommand } from './commands/buildCommand.ts'
import { checkCommand } from './commands/checkCommand.ts'
import { evaluateCommand } from './commands/evaluateCommand.ts'
import { fitCommand } from './commands/fitCommand.ts'
import { reportCommand } from './commands/reportCommand.ts'
import { sqlCommand } from './commands/sqlCommand.ts'
import { rankCommand } from './commands/rankCommand.ts'
import { rowCommand } from './commands/rowCommand.ts'
import { scoreCommand } from './commands/scoreCommand.ts'
import { segmentsCommand } from './commands/segmentsCommand.ts'
import { formatPlace, InputError } from './inputError.ts'

const commands: Readonly<Record<string, CommandDef>> = {
  build: buildCommand as unknown as CommandDef,
  check: checkCommand as unknown as CommandDef,
  evaluate: evaluateCommand as unknown as CommandDef,
  fit: fitCommand as unknown as CommandDef,
  rank: rankCommand as unknown as CommandDef,
  report: reportCommand as unknown as CommandDef,
  row: rowCommand as unknown as CommandDef,
  score: scoreCommand as unknown as CommandDef,
  segments: segmentsCommand as unknown as CommandDef,
  sql: sqlCommand as unknown as CommandDef,
}

/** Where a run writes. @default the process's own streams */
export interface Output {
  out(text: string): void
  err(text: string): void
}

/**
 * Runs the command line.
 *
 * @param argv arguments after the program's name
 * @returns the exit code: 0, or 1 after an error that has been printed
 */
export async function main(argv: readonly string[], output: Output = ownStreams): Promise<number> {
  const root = defineCommand({
    meta: { name: 'shopside', description: 'Builds and measures Shopside models' }, subCommands: { ...commands },
  })
  const name = argv[0] ?? ''
  const command = Object.hasOwn(commands, name) ? commands[name] : undefined
  try {
    if (argv.length === 0 || argv.includes('--help') || argv.includes('-h')) {
      output.out(`${await renderUsage(command ?? root, command ? root : undefined)}\n`)
      return 0
    }
    if (!command) throw new InputError(`no command ${JSON.stringify(name)}`, `one of: ${Object.keys(commands).join(', ')}`)
    await refuseUnknown(command, argv.slice(1))
    await runCommand(command, { rawArgs: argv.slice(1), data: output })
    return 0
  } catch (error) {
    output.err(describe(error))
    return 1
  }
}

const ownStreams: Output = {
  out: text => void process.stdout.write(text),
  err: text => void process.stderr.write(text),
}

/**
 * A misspelt option would otherwise be ignored, and the default taken in silence; so would all files but the first that a shell
 * makes of a pattern without quotes.
 */
async function refuseUnknown(command: CommandDef, argv: readonly string[]): Promise<void> {
  const known = await (typeof command.args === 'function' ? command.args() : command.args) ?? {}
  const names = Object.entries(known).flatMap(([name, option]) => [name, ...[('alias' in option && option.alias) || []].flat()])
  for (const word of argv) {
    const option = /^--(?:no-)?([^=]+)/.exec(word)?.[1]
    if (option !== undefined && !names.includes(option)) {
      throw new InputError(`no option --${option}`, `one of: ${Object.keys(known).map(name => `--${name}`).join(' ')}`)
    }
  }
  const places = Object.values(known).filter(({ type }) => type === 'positional').length
  // What a command cannot do without is its own to ask for.
  const wanted = Object.entries(known).map(([name, option]) => [name, { ...option, required: false }] as const)
  const stray = parseArgs([...argv], Object.fromEntries(wanted) as ArgsDef)._[places]
  if (stray !== undefined) {
    throw new InputError(`no place for ${JSON.stringify(stray)}`, 'name its option before it; put a pattern of files into quotes')
  }
}

function describe(error: unknown): string {
  const { bold, red } = picocolors
  if (error instanceof InputError) {
    return `${red('error')} ${bold(error.place ? `${formatPlace(error.place)}: ` : '')}${error.message}\n      ${error.remedy}\n`
  }
  // citty's own errors (a missing option) are sentences; anything else is our bug and shows where.
  const text = error instanceof Error ? error.name === 'CLIError' ? error.message : error.stack : String(error)
  return `${red('error')} ${text}\n`
}
