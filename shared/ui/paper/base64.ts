/** @returns the bytes as base64; piece by piece, since a function takes only so many arguments. */
export function base64Of(bytes: Uint8Array): string {
  const piece = 8_192;
  let text = '';
  for (let at = 0; at < bytes.length; at += piece)
    text += String.fromCharCode(...bytes.subarray(at, at + piece));
  return btoa(text);
}
