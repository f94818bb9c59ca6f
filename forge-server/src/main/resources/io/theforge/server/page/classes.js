// to come
export const Classes = () => null;
