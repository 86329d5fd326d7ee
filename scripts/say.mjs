/** Progress goes to standard error: standard output belongs to the command's own result. */
export const say = (text) => process.stderr.write(`▸ ${text}\n`);
