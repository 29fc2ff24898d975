import { writeFileSync } from 'node:fs'
import { InputError } from '../inputError.ts'

/** Writes a file that an option names. @throws InputError when its folder is not there, or it cannot be written */
export function writeTo(file: string, text: string): void {
  try {
    writeFileSync(file, text)
  } catch (cause) {
    throw new InputError(
      `cannot be written: ${(cause as Error).message}`, 'name a file in a folder that is there', { file }, cause,
    )
  }
}
