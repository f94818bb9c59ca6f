// to come
export const Weekday = () => null;
