/** Tells the status of each answer in what a connection received, piece by piece; for answers with a Content-Length. */
export function createAnswerReader(onAnswer: (status: string) => void): (piece: string) => void {
  let kept = "";
  return (piece) => {
    kept += piece;
    for (let end = endOfAnswer(kept); end !== null && end <= kept.length; end = endOfAnswer(kept)) {
      onAnswer(kept.slice("HTTP/1.1 ".length, "HTTP/1.1 200".length));
      kept = kept.slice(end);
    }
  };
}

/** `null`: not even its head is there. */
function endOfAnswer(text: string): number | null {
  const head = text.indexOf("\r\n\r\n");
  if (head === -1) return null;
  const [, length = "0"] = /\r\ncontent-length: *(\d+)/i.exec(text.slice(0, head)) ?? [];
  return head + "\r\n\r\n".length + Number(length);
}
