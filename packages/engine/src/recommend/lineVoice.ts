import type { ModelParams } from '../model/model.ts'

/**
 * How loud a line of the basket speaks, 1 for the newest: `(lines that came after it + 1) ** -basketDecay`. What was put in last
 * says most of what comes next.
 *
 * @param place of the line among `lines`, which stand oldest first
 */
export function lineVoice({ basketDecay }: ModelParams, place: number, lines: number): number {
  return (lines - place) ** -basketDecay
}
