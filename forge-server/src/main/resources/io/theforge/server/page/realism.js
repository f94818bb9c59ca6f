// to come
export const Realism = () => null;
