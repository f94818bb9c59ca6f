// to come
export const Series = () => null;
