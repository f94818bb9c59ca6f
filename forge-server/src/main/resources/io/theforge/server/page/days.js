// Days of the calendar, as text.

const day = at => new Date(at).toISOString().slice(0, 10);
const parsed = text => Date.parse(text + "T00:00:00Z");

/** The day that comes so many days later. */
export const later = (text, days) => day(parsed(text) + days * 86_400_000);

/** The last day of a month more, as an append without a date has it: a whole month after the end of one, else the same day of the next. */
export function monthLater(text) {
  const [year, month, number] = text.split("-").map(Number);
  const last = new Date(Date.UTC(year, month + 1, 0)).getUTCDate();
  const wholeMonth = later(text, 1).endsWith("-01");
  return day(Date.UTC(year, month, wholeMonth ? last : Math.min(number, last)));
}
