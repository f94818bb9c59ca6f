// to come
export const Log = () => null;
