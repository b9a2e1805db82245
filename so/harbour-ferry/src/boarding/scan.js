/** Reads a ticket code as the crew's scanner sends it: `0810-3` is three seats on the 08:10. */
export function readTicketCode(code) {
  const match = /^(\d{4})-(\d{1,2})$/.exec(code);
  return match ? { crossing: match[1], seats: Number(match[2]) } : undefined;
}
