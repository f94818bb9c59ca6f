// to come
export const Prices = () => null;
