import { InputError } from '../inputError.ts'

/** `--time-zone`. @throws InputError when nobody knows it */
export function readZone(name: string): string {
  try {
    new Intl.DateTimeFormat('en', { timeZone: name }).format(0)
    return name
  } catch (error) {
    throw new InputError(`--time-zone ${name} is not known`, 'for example --time-zone Europe/London', undefined, error)
  }
}
