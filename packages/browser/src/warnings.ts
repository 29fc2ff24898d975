import type { Status } from './client.ts'

/** Says each kind of warning once a page: to the shop's `onWarning`, else to the console on the developer's own machine. */
export interface Warnings {
  warn(code: string, remedy: string): void
  readonly list: Status['warnings']
}

/** Said where a lazy file cannot be had. */
export const fileMissing = [
  'file-missing', 'A file of Shopside could not be loaded. Serve all files of one build together.',
] as const

/** Hosts where the reader of the console is the one who can mend it. */
const ownMachine = /^(localhost|127\.\d+\.\d+\.\d+|\[::1\]|.*\.localhost)$/

export function createWarnings(
  page: Window & typeof globalThis, onWarning: ((code: string, remedy: string) => void) | undefined,
): Warnings {
  const list: Status['warnings'] = []
  return {
    list,
    warn(code, remedy) {
      if (list.some(warning => warning.code === code)) return
      list.push({ code, remedy })
      try {
        if (onWarning !== undefined) onWarning(code, remedy)
        else if (ownMachine.test(page.location.hostname)) page.console.info(`shopside: ${code}. ${remedy}`)
      } catch {
        // The shop's own listener threw: what it was told about goes on.
      }
    },
  }
}
