// What `cargo xtask bench` passes on.

/// A value that it passes.
export function given(name) {
  const value = process.env[name];
  if (!value) throw new Error(`${name} is not set: run this by \`cargo xtask bench\``);
  return value;
}
