/** Message of the error by which a fold without rules asks for one that counts them (`foldCounting`). */
export const rulesNeeded: string = 'rules are counted'
