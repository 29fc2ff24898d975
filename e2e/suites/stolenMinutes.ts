import { existsSync, readFileSync } from 'node:fs'
import { cpus } from 'node:os'

/**
 * Minutes, since the machine began, in which its cores had work and the machine below gave them to another guest: a mean over the
 * cores. 0 where the system does not say. Source: proc(5), the eighth number after `cpu` in /proc/stat, in hundredths of a second.
 */
export function stolenMinutes(stat: string = existsSync('/proc/stat') ? readFileSync('/proc/stat', 'utf8') : ''): number {
  const hundredths = Number(/^cpu(?: +\d+){7} +(\d+)/.exec(stat)?.[1] ?? 0)
  return hundredths / 6000 / Math.max(1, cpus().length)
}
