// Preloaded into the server: a launcher that dies without a word (kill -9) must not leave it behind on the port.
process.once("disconnect", () => process.kill(process.pid, "SIGTERM"));
// Listening must not keep the process alive when the server itself is done.
process.channel?.unref();
