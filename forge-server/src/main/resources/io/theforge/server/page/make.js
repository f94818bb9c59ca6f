// to come
export const Make = () => null;
