// One lazy chunk: a log without a name. New, wiped by the browser, or erased and cut short.
export { settleLog } from '../log/settleLog.ts'
