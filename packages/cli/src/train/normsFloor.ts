/** No figure of shoppers is told of fewer customers. */
export const normsFloor = 20
