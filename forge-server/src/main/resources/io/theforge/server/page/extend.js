// to come
export const Extend = () => null;
