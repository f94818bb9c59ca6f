// to come
export const OperationBar = () => null;
