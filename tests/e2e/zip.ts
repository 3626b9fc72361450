// Archives, read as far as these journeys need it.
import { inflateRawSync } from "node:zlib";

/// The files of an archive, by their names.
export function unzip(bytes: Buffer): Map<string, Buffer> {
  // The end of the directory is the end of the archive: ours have no comment.
  const end = bytes.length - 22;
  if (bytes.readUInt32LE(end) !== 0x06054b50) throw new Error("this is no archive");
  const files = new Map<string, Buffer>();
  let at = bytes.readUInt32LE(end + 16);
  for (let left = bytes.readUInt16LE(end + 10); left > 0; left--) {
    const [method, size] = [bytes.readUInt16LE(at + 10), bytes.readUInt32LE(at + 20)];
    const [name, extra, comment] = [28, 30, 32].map((field) => bytes.readUInt16LE(at + field));
    const file = bytes.readUInt32LE(at + 42);
    const start = file + 30 + bytes.readUInt16LE(file + 26) + bytes.readUInt16LE(file + 28);
    const data = bytes.subarray(start, start + size);
    files.set(bytes.toString("utf8", at + 46, at + 46 + name), method ? inflateRawSync(data) : data);
    at += 46 + name + extra + comment;
  }
  return files;
}
