/** Why a model file was refused: not one of ours, another version, cut short, altered, or whole but against the format. */
export type ModelErrorCode = 'not-a-model' | 'version' | 'length' | 'checksum' | 'broken'

/** The only error that `decodeModel` and `encodeModel` throw. A file is read whole or refused whole. */
export class ModelError extends Error {
  readonly code: ModelErrorCode

  constructor(code: ModelErrorCode, detail = '') {
    super(`shopside: model ${code} ${detail}`)
    this.code = code
  }
}

/** @throws ModelError unless `right` */
export function check(right: unknown, code: ModelErrorCode = 'broken'): asserts right {
  if (!right) throw new ModelError(code)
}
