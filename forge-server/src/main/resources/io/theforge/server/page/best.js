// to come
export const Best = () => null;
