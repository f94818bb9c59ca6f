// to come
export const Remove = () => null;
