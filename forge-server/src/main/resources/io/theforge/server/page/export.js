// to come
export const Export = () => null;
