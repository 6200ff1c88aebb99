/**
 * What Node is started with. Left to itself it lets what is new grow to 128 MB, and what is old to twice its size,
 * before it looks what of it is still used: half of the server's memory, for a twentieth of its speed.
 */
export const serverFlags = ["--max-semi-space-size=4", "--heap-growing-percent=25"];
