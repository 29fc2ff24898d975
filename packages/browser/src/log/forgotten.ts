/** What a log refuses with that may no longer be opened: withdrawn, erased or disposed while somebody waited for it. */
export const forgotten = (): Error => new Error('forgotten')

/** True for a refusal of that kind: nothing has failed, there is only nothing left to read or to write to. */
export function isForgotten(error: unknown): boolean {
  return (error as Error | undefined)?.message === 'forgotten'
}
