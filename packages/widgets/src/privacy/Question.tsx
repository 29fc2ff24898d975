import type { VNode } from 'preact'
import { CopyBox } from './CopyBox.tsx'
import { EraseDialog } from './EraseDialog.tsx'
import type { OpenQuestion, PrivacyModel } from './privacyModel.ts'

/** What is asked before it is done. */
export function Question(props: { model: PrivacyModel; open: OpenQuestion }): VNode {
  const { model, open } = props
  return open.kind === 'erase' ? <EraseDialog model={model} /> : <CopyBox key={open.file} model={model} file={open.file} />
}
